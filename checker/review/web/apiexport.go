package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"mime"
	"net/http"
	"strings"

	"github.com/concord-news/concord/checker/review"
	"github.com/concord-news/concord/checker/review/export"
	"github.com/concord-news/concord/checker/review/store"
)

// export sends the discrepancy log as a file: of what is, or of what was signed.
func (s *Server) export(w http.ResponseWriter, r *request) error {
	story, err := r.number("story")
	if err != nil {
		return err
	}
	q := form{r.URL.Query()}
	signed := q.number("signed")
	var b bytes.Buffer
	format, kind := q.Get("format"), "text/csv; charset=utf-8"
	if format == "json" {
		kind = "application/json"
		err = s.transfer(&b, r, story, signed)
	} else {
		var e *review.Edition
		if e, err = s.Service.Edition(r.Context(), story, signed); err != nil {
			return err
		}
		switch format {
		case "csv":
			err = export.CSV(&b, e)
		case "xlsx":
			kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
			err = export.XLSX(&b, e)
		case "html":
			kind = "text/html; charset=utf-8"
			err = export.HTML(&b, e, s.Version)
		default:
			err = &review.InvalidError{Field: "format", Message: "is csv, xlsx, json or html"}
		}
	}
	if err != nil {
		return err
	}
	name := fmt.Sprintf("concord-story-%d.%s", story, format)
	if signed != 0 {
		name = fmt.Sprintf("concord-story-%d-signed-%d.%s", story, signed, format)
	}
	// Always a file: a page of this address is never made of what others wrote.
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": name}))
	w.Header().Set("Content-Type", kind)
	_, _ = w.Write(b.Bytes()) // a client that went away need not be told
	return nil
}

func (s *Server) transfer(b *bytes.Buffer, r *request, story, signed int64) error {
	t, err := s.Service.Export(r.Context(), story, signed)
	if err != nil {
		return err
	}
	e := json.NewEncoder(b)
	e.SetIndent("", " ")
	return e.Encode(t)
}

func (s *Server) claimReview(w http.ResponseWriter, r *request) error {
	c, err := r.finding()
	if err != nil {
		return err
	}
	e, err := s.Service.Edition(r.Context(), c.Story, 0)
	if err != nil {
		return err
	}
	var b bytes.Buffer
	if err := export.ClaimReview(&b, e, c.Number); errors.Is(err, export.ErrUndecided) {
		return &refusedError{http.StatusConflict, err.Error()}
	} else if err != nil {
		return err
	}
	w.Header().Set("Content-Type", "application/ld+json; charset=utf-8")
	w.Header().Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": fmt.Sprintf("claimreview-%d-%d.json", c.Story, c.Number)}))
	_, _ = w.Write(b.Bytes()) // a client that went away need not be told
	return nil
}

// importStory makes a story of an exported log, given as the body or as the file
// of a form.
func (s *Server) importStory(w http.ResponseWriter, r *request) error {
	in := r.Body
	if strings.HasPrefix(r.Header.Get("Content-Type"), "multipart/form-data") {
		f, _, err := r.FormFile("file")
		if err != nil {
			return badBody(err)
		}
		defer f.Close()
		in = f
	}
	st, err := s.Service.Import(r.Context(), r.who(), in)
	if err != nil {
		return err
	}
	if wantsPage(r) {
		return redirect(w, r, storyPath(st.ID))
	}
	var o review.Overview
	err = r.view(func(tx *store.Tx) (err error) {
		o, err = review.NewOverview(tx, st.ID)
		return err
	})
	if err != nil {
		return err
	}
	return writeJSON(w, http.StatusCreated, newWireStory(o))
}
