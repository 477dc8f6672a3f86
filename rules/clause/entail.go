package clause

// entailed gives the group the polarity and modality that the group governing
// it, whose verb has the lemma, implies.
func (g *group) entailed(by *group, lemma string) {
	class := by.class
	switch {
	case class.has(finds) && (g.copula || g.perfect):
		g.modality = by.modality
		if !by.modal {
			g.modality = Asserted
		}
		g.turnedBy(by)
	case class.has(negates):
		g.deny(by, lemma)
	case class.has(implies):
		g.modality = by.modality
		if !by.modal {
			g.modality = Asserted
		}
		g.turnedBy(by)
	case class.has(raises):
		g.turnedBy(by)
		if class.has(seems) && (class&takesClause == 0 || by.passive || lemma == "seem" || lemma == "appear") {
			g.modality = Possible
		}
	case class.has(seems):
		g.modality = Possible
	case class.has(bareObject) && g.form == bare:
		g.modality = Asserted
	}
	if class.has(raises) && by.passive && lemma == "expect" {
		g.modality = Planned
	}
}

// turnedBy passes a denial of the governing group on.
func (g *group) turnedBy(by *group) {
	if by.negated {
		g.negated, g.implied = !g.negated, true
	}
}

// deny notes that the group did not happen because of what governs it; under a
// negated governor ("did not refuse to") nothing is implied.
func (g *group) deny(by *group, lemma string) {
	if by.negated {
		g.modality = Possible
		if lemma == "fail" || lemma == "forget" || lemma == "neglect" {
			g.modality = Asserted
		}
		return
	}
	g.modality = Asserted
	g.negated, g.implied = !g.negated, true
}

// givesUp reports a verb that ends the intention that is its object.
func givesUp(lemma string) bool {
	switch lemma {
	case "abandon", "drop", "scrap", "shelve", "ditch", "renounce", "relinquish", "forgo", "forswear", "cancel", "withdraw":
		return true
	}
	return false
}

// isIntention reports a noun after which an infinitive says what somebody means
// to do.
func isIntention(lemma string) bool {
	switch lemma {
	case "ambition", "aim", "aspiration", "attempt", "bid", "campaign", "demand", "drive", "effort", "goal", "hope", "idea",
		"intention", "move", "offer", "plan", "pledge", "project", "promise", "proposal", "push", "quest", "scheme", "threat", "vow":
		return true
	}
	return false
}
