package import D8SModel

/// The first words of a page, for the site and the PDF alike.
package enum Headline {
    /// The title of a page with so many items.
    ///
    /// `Three things need attention`, `One thing needs attention`, and `Nothing needs attention.`,
    /// which stands alone on its page and so ends with its full stop.
    package static func title(_ itemCount: Int) -> String {
        switch itemCount {
        case ..<1: "Nothing needs attention."
        case 1: "One thing needs attention"
        default: "\(NumberWord.capitalised(itemCount)) things need attention"
        }
    }

    /// What changed since last night, and what was checked and is therefore not shown.
    ///
    /// `One is new since last night. 214 services were checked and are as they should be, so they
    /// are not shown.` Things that an item is about, and services of which nothing is known
    /// tonight, are not counted as being as they should be. Empty if there is nothing to say.
    package static func summary(_ result: AttentionResult, checks: Checks) -> String {
        [changes(result), rest(result, checks)].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func changes(_ result: AttentionResult) -> String {
        let fresh = result.items.count { $0.life.state == .new }
        let worse = result.items.count { $0.life.state == .worse }
        var parts: [String] = []
        if fresh > 0 {
            parts.append("\(NumberWord.of(fresh)) \(isAre(fresh)) new since last night")
        }
        if worse > 0 { parts.append("\(NumberWord.of(worse)) got worse") }
        if parts.isEmpty, !result.items.isEmpty { parts.append("none is new since last night") }
        let gone = result.resolved.count
        if gone > 0 { parts.append("\(NumberWord.of(gone)) \(isAre(gone)) resolved") }
        if !result.accepted.isEmpty {
            let count = result.accepted.count
            parts.append("\(NumberWord.of(count)) \(isAre(count)) accepted for a while")
        }
        return parts.isEmpty ? "" : Phrase.capitalised(Phrase.list(parts)) + "."
    }

    private static func rest(_ result: AttentionResult, _ checks: Checks) -> String {
        let shown = Set((result.items + result.accepted).flatMap(\.findings).map(\.entity))
        let blind = result.blindServices.map { Entity(kind: .service, name: $0) }
        let notFine = shown.union(blind)
        let parts = checks.things.compactMap { thing -> String? in
            let named = notFine.count { thing.noun == $0.kind.rawValue + "s" }
            let out = max(named, thing.unwell)
            let left = thing.count - out
            guard left > 0 else { return nil }
            return "\(Phrase.digits(left)) \(out > 0 ? "other " : "")"
                + thing.noun(count: left)
        }
        guard !parts.isEmpty else { return "" }
        let isOne = parts.count == 1 && parts[0].hasPrefix("1 ")
        let verdict =
            isOne
            ? "was checked and is as it should be, so it is not shown."
            : "were checked and are as they should be, so they are not shown."
        return Phrase.list(parts) + " " + verdict
    }

    private static func isAre(_ count: Int) -> String { count == 1 ? "is" : "are" }
}

extension Checks.Thing {
    /// The noun without its plural ending where there is one of it.
    fileprivate func noun(count: Int) -> String {
        guard count == 1, noun.hasSuffix("s") else { return noun }
        return String(noun.dropLast(noun.hasSuffix("sses") ? 2 : 1))
    }
}
