/// Small numbers as words, as prose has them.
package enum NumberWord {
    private static let words = [
        "none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve",
    ]

    /// `none`, `one` … `twelve`, then digits with grouped thousands: `1,204`.
    package static func of(_ number: Int) -> String {
        words.indices.contains(number) ? words[number] : Phrase.digits(number)
    }

    /// The same at the start of a sentence: `Three`.
    package static func capitalised(_ number: Int) -> String {
        Phrase.capitalised(of(number))
    }
}
