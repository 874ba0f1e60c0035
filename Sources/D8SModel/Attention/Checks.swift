/// What a night looked at: the proof behind a black page.
package struct Checks: Hashable, Sendable {
    /// Things that were checked, by their plural noun: `("services", 12)`.
    package let things: [Thing]
    package let sources: Int
    package let freshSources: Int
    /// Rules × entities that were tried.
    package let tests: Int

    package struct Thing: Hashable, Sendable {
        package let noun: String
        package let count: Int
        /// How many of them are known not to be as they should be, where items do not name them
        /// one by one.
        package let unwell: Int

        package init(noun: String, count: Int, unwell: Int = 0) {
            self.noun = noun
            self.count = count
            self.unwell = unwell
        }
    }

    package init(things: [Thing], sources: Int, freshSources: Int, tests: Int) {
        self.things = things
        self.sources = sources
        self.freshSources = freshSources
        self.tests = tests
    }
}
