#!/usr/bin/env python3
"""Writes the example story in every format that Concord reads, with the writers
that people use, into the folder beside this file. The tests hold what is read of
the results against the plain text.

    pip install python-docx==1.2.0 odfpy==1.4.1 reportlab==5.1.0 warcio==1.8.1 feedgen==1.0.0 lxml==6.1.3
    python3 corpus/format/testdata/convert.py
"""
import csv, email.message, email.policy, email.utils, gzip, html, io, json, pathlib, shutil, tarfile, zipfile
from datetime import datetime

import docx
from feedgen.feed import FeedGenerator
from lxml import etree
from odf import dc, meta, style, text as odftext
from odf.opendocument import OpenDocumentText
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = pathlib.Path(__file__).parent
STORY = HERE / "../../../examples/security-talks"
OUT = HERE / "security-talks"


class Article:
    """One article of the example: its blocks told apart as a page would."""

    def __init__(self, entry):
        self.name = entry["file"].removesuffix(".txt")
        self.title, self.outlet, self.published = entry["title"], entry["outlet"], entry["published"]
        self.when = datetime.fromisoformat(self.published)
        raw = (STORY / entry["file"]).read_text()
        blocks = [b for b in raw.split("\n\n") if b.strip()]
        lines = [b.strip().split("\n") for b in blocks]
        running = [len(l[0]) >= 50 and len(" ".join(l).split()) >= 12 and " ".join(l)[-1] in '.!?"' for l in lines]
        first, last = running.index(True), len(running) - 1 - running[::-1].index(True)
        self.body = [("p" if running[i] else "h2", " ".join(lines[i])) for i in range(first, last + 1)]
        self.above = [l for b in lines[:first] for l in b if l != self.title]
        self.below = [l for b in lines[last + 1:] for l in b]
        self.url = "https://%s.example/2026/03/%s" % (self.name, self.when.strftime("%d/vienna-talks"))

    def xhtml(self):
        return "".join("<%s>%s</%s>" % (tag, html.escape(t), tag) for tag, t in self.body)

    def plain(self):
        return "\n\n".join(t for _, t in self.body)


def page(a, ld=True):
    data = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": a.title, "datePublished": a.published,
            "dateModified": a.published, "url": a.url, "inLanguage": "en", "publisher": {"@type": "NewsMediaOrganization", "name": a.outlet}}
    e = html.escape
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{e(a.title)} | {e(a.outlet)}</title>
<meta property="og:site_name" content="{e(a.outlet)}">
<meta property="og:title" content="{e(a.title)}">
<meta property="og:type" content="article">
<meta property="article:published_time" content="{a.published}">
<link rel="canonical" href="{a.url}">
{'<script type="application/ld+json">' + json.dumps(data) + '</script>' if ld else ''}
<style>body {{ font-family: serif }}</style>
<script>window.dataLayer = window.dataLayer || []; // 40 trackers</script>
</head>
<body>
<header><nav class="menu"><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
<div id="cookie-notice" class="cookie-notice"><p>We use cookies on this site. <button>Accept all</button></p></div>
<main>
<article class="article">
<h1>{e(a.title)}</h1>
<div class="byline">{'<br>'.join(e(l) for l in a.above)}</div>
<time datetime="{a.published}">{a.when:%d %B %Y}</time>
<div class="article-body">
{chr(10).join('<%s>%s</%s>' % (t, e(s), t) for t, s in a.body)}
</div>
</article>
</main>
<aside class="related"><h3>Related</h3><ul>{''.join('<li><a href="/x">%s</a></li>' % e(l) for l in a.below)}</ul></aside>
<footer class="footer"><p>© 2026 {e(a.outlet)}. All rights reserved.</p><form><input type="email"><button>Subscribe</button></form></footer>
</body>
</html>
"""


def write_pages(articles, d):
    for i, a in enumerate(articles):
        (d / f"{a.name}.html").write_text(page(a, ld=i % 2 == 0))


def write_ninjs(articles, d):
    for i, a in enumerate(articles):
        common = {"uri": a.url, "type": "text", "language": "en", "version": "1"}
        if i % 3 == 0:
            doc = {**common, "versioncreated": a.published, "firstcreated": a.published, "headline": a.title,
                   "copyrightholder": a.outlet, "body_xhtml": a.xhtml(), "body_text": a.plain()}
        elif i % 3 == 1:
            doc = {**common, "standard": {"name": "ninjs", "version": "2.1"}, "contentcreated": a.published, "versioncreated": a.published,
                   "provider": {"name": a.outlet}, "headlines": [{"role": "main", "value": a.title}],
                   "bodies": [{"role": "main", "contenttype": "text/plain", "value": a.plain()}]}
        else:
            doc = {**common, "standard": {"name": "ninjs", "version": "3.0"}, "contentCreated": a.published, "versionCreated": a.published,
                   "copyrightHolder": a.outlet, "headlines": [{"value": a.title}],
                   "bodies": [{"contentType": "application/xhtml+xml", "value": a.xhtml()}]}
        (d / f"{a.name}.json").write_text(json.dumps(doc, indent=1, ensure_ascii=False))


def write_newsml(articles, d):
    ns = "http://iptc.org/std/nar/2006-10-01/"

    def sub(parent, name, text=None, **kw):
        e = etree.SubElement(parent, "{%s}%s" % (ns, name), **kw)
        e.text = text
        return e

    for a in articles:
        root = etree.Element("{%s}newsItem" % ns, nsmap={None: ns}, guid="urn:newsml:" + a.url, version="1", standard="NewsML-G2", standardversion="2.33", conformance="power")
        im = sub(root, "itemMeta")
        sub(im, "itemClass", qcode="ninat:text")
        sub(sub(im, "provider"), "name", a.outlet)
        sub(im, "versionCreated", a.published)
        sub(im, "firstCreated", a.published)
        sub(im, "pubStatus", qcode="stat:usable")
        cm = sub(root, "contentMeta")
        sub(cm, "language", tag="en")
        sub(cm, "headline", a.title)
        inline = sub(sub(root, "contentSet"), "inlineXML", contenttype="application/xhtml+xml")
        inline.append(etree.fromstring('<html xmlns="http://www.w3.org/1999/xhtml"><head><title>%s</title></head><body>%s</body></html>' % (html.escape(a.title), a.xhtml())))
        (d / f"{a.name}.xml").write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def write_pdf(articles, d):
    sheet = getSampleStyleSheet()
    for a in articles:
        flow = [Paragraph(html.escape(a.title), sheet["Title"]), Spacer(1, 12)]
        for tag, t in a.body:
            flow += [Paragraph(html.escape(t), sheet["Heading2" if tag == "h2" else "BodyText"]), Spacer(1, 6)]
        SimpleDocTemplate(str(d / f"{a.name}.pdf"), pagesize=A4, title=a.title, author=a.outlet, invariant=1).build(flow)


def write_docx(articles, d):
    for a in articles:
        doc = docx.Document()
        doc.core_properties.title, doc.core_properties.author = a.title, a.outlet
        doc.add_heading(a.title, 0)
        for tag, t in a.body:
            if tag == "h2":
                doc.add_heading(t, 2)
            else:
                p = doc.add_paragraph()
                p.add_run(t[: len(t) // 2])
                p.add_run(t[len(t) // 2:]).italic = True
        doc.save(d / f"{a.name}.docx")


def write_odt(articles, d):
    for a in articles:
        doc = OpenDocumentText()
        doc.meta.addElement(dc.Title(text=a.title))
        doc.meta.addElement(meta.CreationDate(text=a.published))
        for name in ("Title", "Heading 2", "Text body"):
            doc.styles.addElement(style.Style(name=name.replace(" ", "_20_"), displayname=name, family="paragraph"))
        doc.text.addElement(odftext.P(stylename="Title", text=a.title))
        for tag, t in a.body:
            doc.text.addElement(odftext.H(outlinelevel=2, text=t) if tag == "h2" else odftext.P(stylename="Text_20_body", text=t))
        doc.save(str(d / f"{a.name}.odt"))


def write_mail(articles, d):
    for i, a in enumerate(articles):
        m = email.message.EmailMessage(policy=email.policy.SMTP)
        m["From"] = email.utils.formataddr((a.outlet, "desk@%s.example" % a.name))
        m["To"] = "desk@reader.example"
        m["Subject"] = a.title
        m["Date"] = a.when
        m["Message-ID"] = "<%s@example>" % a.name
        m.set_content(a.plain() + "\n\n-- \nThe desk\n", cte="quoted-printable")
        if i % 2:
            m.add_alternative("<html><body><h1>%s</h1>%s</body></html>" % (html.escape(a.title), a.xhtml()), subtype="html")
        (d / f"{a.name}.eml").write_bytes(m.as_bytes())


def write_markdown(articles, d):
    for a in articles:
        body = "\n\n".join("## " + t if tag == "h2" else t for tag, t in a.body)
        (d / f"{a.name}.md").write_text("---\ntitle: %s\noutlet: %s\ndate: %s\n---\n\n# %s\n\n%s\n" % (json.dumps(a.title), json.dumps(a.outlet), a.published, a.title, body))


def write_feeds(articles):
    # A feed has one outlet: one is written for each, in turn RSS and Atom.
    for kind in ("rss", "atom"):
        d = folder(kind)
        for a in articles:
            f = FeedGenerator()
            f.id(a.url), f.title(a.outlet), f.link(href=a.url), f.description(a.outlet), f.language("en")
            f.updated(a.when)
            e = f.add_entry()
            e.id(a.url), e.title(a.title), e.link(href=a.url), e.published(a.when), e.updated(a.when)
            e.content(a.xhtml(), type="html")
            (f.rss_file if kind == "rss" else f.atom_file)(str(d / f"{a.name}.{kind}"), pretty=True)
    d = folder("jsonfeed")
    for a in articles:
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": a.outlet, "language": "en",
                "items": [{"id": a.url, "url": a.url, "title": a.title, "content_html": a.xhtml(), "date_published": a.published}]}
        (d / f"{a.name}.json").write_text(json.dumps(feed, ensure_ascii=False))


def write_warc(articles):
    for name, packed in (("warc", False), ("warcgz", True)):
        with open(folder(name) / ("pages.warc.gz" if packed else "pages.warc"), "wb") as out:
            w = WARCWriter(out, gzip=packed)
            w.write_record(w.create_warcinfo_record("pages.warc", {"software": "warcio"}))
            for a in articles:
                head = StatusAndHeaders("200 OK", [("Content-Type", "text/html; charset=utf-8")], protocol="HTTP/1.1")
                w.write_record(w.create_warc_record(a.url, "response", payload=io.BytesIO(page(a).encode()), http_headers=head, warc_headers_dict={"WARC-Date": a.published}))
            css = StatusAndHeaders("200 OK", [("Content-Type", "text/css")], protocol="HTTP/1.1")
            w.write_record(w.create_warc_record("https://x.example/a.css", "response", payload=io.BytesIO(b"p {}"), http_headers=css))


def write_tables(articles):
    with open(folder("csv") / "articles.csv", "w", newline="") as f:
        w = csv.writer(f)
        w.writerow(["id", "outlet", "title", "published", "text"])
        for a in articles:
            w.writerow([a.name, a.outlet, a.title, a.published, a.plain()])
    with open(folder("jsonl") / "articles.jsonl", "w") as f:
        for a in articles:
            f.write(json.dumps({"id": a.name, "outlet": a.outlet, "title": a.title, "published": a.published, "text": a.plain()}, ensure_ascii=False) + "\n")


def write_archives():
    files = sorted(STORY.iterdir())
    with zipfile.ZipFile(folder("zip") / "story.zip", "w", zipfile.ZIP_DEFLATED) as z:
        for f in files:
            z.write(f, "story/" + f.name)
    with tarfile.open(folder("targz") / "story.tar.gz", "w:gz") as t:
        for f in files:
            t.add(f, "story/" + f.name)
    with zipfile.ZipFile(folder("pagezip") / "pages.zip", "w", zipfile.ZIP_DEFLATED) as z:
        for f in sorted((OUT / "html").iterdir()):
            z.write(f, f.name)


def write_variants(articles):
    """The same in the forms that the formats above have beside their usual one."""
    records = [{"id": a.name, "outlet": a.outlet, "title": a.title, "published": a.published, "text": a.plain()} for a in articles]
    (folder("json") / "articles.json.txt").write_text(json.dumps({"articles": records}, indent=1, ensure_ascii=False))
    with open(folder("tsv") / "articles.tsv", "w", newline="") as f:
        w = csv.writer(f, dialect="excel-tab")
        w.writerow(records[0])
        w.writerows(r.values() for r in records)
    files = sorted(STORY.iterdir())
    with tarfile.open(folder("tar") / "story.tar", "w") as t:
        for f in files:
            t.add(f, "story/" + f.name)
    for a in articles:
        (folder("gz") / f"{a.name}.html.gz").write_bytes(gzip.compress(page(a).encode(), mtime=0))
        latin = page(a).replace('<meta charset="utf-8">', '<meta charset="windows-1252">')
        (folder("windows1252") / f"{a.name}.html").write_bytes(latin.encode("windows-1252", "xmlcharrefreplace"))
    for f in files:
        if f.suffix == ".json":
            shutil.copy(f, folder("utf16"))
        else:
            (folder("utf16") / f.name).write_bytes(f.read_text().encode("utf-16"))
    write_rdf(articles)
    write_news_message(articles)
    m = email.message.EmailMessage(policy=email.policy.SMTP)
    m["From"], m["To"], m["Subject"], m["Date"] = "archive@reader.example", "desk@reader.example", "Five cuttings", articles[0].when
    m.set_content("Here they are.\n")
    for a in articles:
        m.add_attachment(page(a), subtype="html", filename=a.name + ".html")
    m.set_boundary("====cuttings====")
    (folder("attached") / "cuttings.eml").write_bytes(m.as_bytes())


def write_rdf(articles):
    rdf, rss = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "http://purl.org/rss/1.0/"
    terms, content = "http://purl.org/dc/elements/1.1/", "http://purl.org/rss/1.0/modules/content/"
    for a in articles:
        root = etree.Element("{%s}RDF" % rdf, nsmap={"rdf": rdf, None: rss, "dc": terms, "content": content})
        channel = etree.SubElement(root, "{%s}channel" % rss, {"{%s}about" % rdf: a.url})
        etree.SubElement(channel, "{%s}title" % rss).text = a.outlet
        item = etree.SubElement(root, "{%s}item" % rss, {"{%s}about" % rdf: a.url})
        for name, text in (("{%s}title" % rss, a.title), ("{%s}link" % rss, a.url), ("{%s}date" % terms, a.published), ("{%s}encoded" % content, a.xhtml())):
            etree.SubElement(item, name).text = text
        (folder("rdf") / f"{a.name}.rdf").write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True))


def write_news_message(articles):
    ns = "http://iptc.org/std/nar/2006-10-01/"
    root = etree.Element("{%s}newsMessage" % ns, nsmap={None: ns})
    etree.SubElement(etree.SubElement(root, "{%s}header" % ns), "{%s}sent" % ns).text = articles[0].published
    items = etree.SubElement(root, "{%s}itemSet" % ns)
    for f in sorted((OUT / "newsml").iterdir()):
        items.append(etree.parse(str(f)).getroot())
    (folder("newsmessage") / "wire.xml").write_bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def folder(name):
    d = OUT / name
    d.mkdir(parents=True, exist_ok=True)
    return d


def manifest(articles, d, extension):
    """For formats that do not say who published what when."""
    (d / "articles.json").write_text(json.dumps([{"file": a.name + extension, "outlet": a.outlet, "published": a.published} for a in articles], indent=1))


def main():
    shutil.rmtree(OUT, ignore_errors=True)
    articles = [Article(e) for e in json.loads((STORY / "articles.json").read_text())]
    write_pages(articles, folder("html"))
    write_ninjs(articles, folder("ninjs"))
    write_newsml(articles, folder("newsml"))
    write_mail(articles, folder("eml"))
    write_markdown(articles, folder("markdown"))
    for write, name in ((write_pdf, "pdf"), (write_docx, "docx"), (write_odt, "odt")):
        write(articles, folder(name))
        manifest(articles, folder(name), "." + name)
    write_feeds(articles)
    write_warc(articles)
    write_tables(articles)
    write_archives()
    write_variants(articles)


if __name__ == "__main__":
    main()
