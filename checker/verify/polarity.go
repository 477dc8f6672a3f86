package verify

// polarity objects to what the source says the opposite of.
func (c *claim) polarity() []objection { return nil }

// commitment objects where the claim asserts more, or less, than the source.
func (c *claim) commitment() []objection { return nil }
