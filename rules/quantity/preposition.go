package quantity

// preposition reports whether about, around, over, above, under or below (w)
// after the word p is a preposition that p asks for, and no hedge: "structured
// around three agreements", "control over two provinces". In doubt it is a
// hedge, since a figure right after one of them most often has one.
func preposition(p, w string) bool {
	switch w {
	case "about":
		return asksAbout(p)
	case "around":
		return asksAround(p)
	case "over":
		return asksOver(p)
	}
	if w == "under" && covered(p) {
		return true
	}
	switch p {
	case "rank", "ranks", "ranked", "position", "positioned", "hover", "hovered", "hovering", "fly", "flew", "flying",
		"signed", "held", "serve", "served", "serving", "suspended":
		return true
	}
	return false
}

// covered reports words behind which "under" says what lies upon something: "buried
// under seven metres of sand".
func covered(p string) bool {
	switch p {
	case "buried", "bury", "trapped", "hidden", "lay", "lies", "lie", "lying", "lain", "entombed", "pinned", "stuck", "submerged", "found", "dug", "sank":
		return true
	}
	return false
}

func asksAbout(p string) bool {
	switch p {
	case "talk", "talks", "talked", "talking", "speak", "speaks", "spoke", "spoken", "speaking", "ask", "asks", "asked", "asking",
		"think", "thinks", "thought", "thinking", "know", "knows", "knew", "known", "learn", "learns", "learned", "learnt", "learning",
		"write", "writes", "wrote", "written", "writing", "concern", "concerns", "concerned", "worry", "worries", "worried", "worrying",
		"question", "questions", "questioned", "information", "complain", "complains", "complained", "complaint", "complaints",
		"debate", "debates", "story", "stories", "book", "film", "details", "lie", "lied", "lies", "hear", "heard", "argue", "argued",
		"what", "how", "doubt", "doubts", "claim", "claims", "allegations", "rumours", "rumors", "questioning", "warning", "warnings",
		"warned", "statement", "statements", "discussion", "discussions", "conversation", "conversations", "news", "something", "anything",
		"nothing", "optimistic", "pessimistic", "sceptical", "skeptical", "fears", "anxiety", "anger", "tweeted", "joked", "boasted", "data":
		return true
	}
	return false
}

func asksAround(p string) bool {
	switch p {
	case "structured", "structure", "built", "build", "builds", "building", "centred", "centered", "centres", "centers", "centre", "center",
		"based", "revolve", "revolves", "revolved", "revolving", "organised", "organized", "wrapped", "framed", "designed", "formed",
		"rallied", "rally", "arranged", "focused", "focussed", "gathered", "gather", "coalesced", "hinge", "turns", "coordinated",
		"constructed", "clustered", "grouped", "shaped", "unite", "united", "walked", "walking", "drove", "moved", "passed", "modelled", "modeled":
		return true
	}
	return false
}

func asksOver(p string) bool {
	switch p {
	case "control", "controls", "sovereignty", "concern", "concerns", "concerned", "dispute", "disputes", "disputed", "fight", "fights", "fighting",
		"fought", "war", "wars", "argument", "arguments", "argue", "argued", "debate", "debates", "row", "clash", "clashed", "clashes",
		"divided", "division", "divisions", "disagree", "disagreed", "disagreement", "disagreements", "negotiations", "negotiation", "talks", "victory",
		"win", "wins", "won", "lead", "power", "authority", "advantage", "jurisdiction", "sued", "lawsuit", "lawsuits", "anger", "angry", "outrage",
		"protest", "protests", "protested", "tension", "tensions", "standoff", "rights", "ruled", "rule", "reign", "presided", "handed", "hand",
		"took", "take", "taken", "taking", "turned", "preferred", "priority", "criticism", "criticised", "criticized", "condemned", "arrested", "charged",
		"investigated", "probe", "inquiry", "questioned", "sanctions", "fears", "triumph", "supremacy", "influence", "conflict", "feud", "worry", "worries",
		"run", "ran", "runs", "drove", "drive", "rolled", "flew", "flying", "jumped", "climbed", "looked", "watch", "hang", "hung", "hanging", "spread", "all", "battle", "battles", "crisis":
		return true
	}
	return false
}
