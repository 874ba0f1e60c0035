package import D8SModel

extension Checks {
    /// The line at the foot of every page: `9 of 9 sources fresh · 313 things checked`.
    package var proof: String {
        let total = things.reduce(0) { $0 &+ $1.count }
        return "\(Phrase.digits(freshSources)) of \(Phrase.digits(sources)) "
            + (sources == 1 ? "source" : "sources")
            + " fresh · \(Phrase.digits(total)) \(total == 1 ? "thing" : "things") checked"
    }
}
