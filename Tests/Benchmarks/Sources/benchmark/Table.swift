import Foundation

/// The outcomes as a Markdown table.
struct Table {
    static let heading = """
        | what | d8s CPU s | peer CPU s | ratio | aim | d8s wall s | peer wall s | d8s MiB | peer MiB |
        |---|---|---|---|---|---|---|---|---|
        """

    /// A row for the whole processes, and one before it for the peer's work alone, if it is known;
    /// of ours the work alone, if that is known.
    static func rows(_ outcome: Duel.Outcome) -> String {
        var work = outcome
        work.ours.cpu = outcome.ourOwn ?? outcome.ours.cpu
        guard let own = outcome.own else { return row(work, outcome.duel.theirs.name) }
        work.theirs.cpu = own
        let alone = row(work, outcome.duel.theirs.name + ", its work alone")
        guard outcome.ourOwn == nil else { return alone }
        return alone + "\n" + row(outcome, outcome.duel.theirs.name + ", whole process")
    }

    private static func row(_ outcome: Duel.Outcome, _ peer: String) -> String {
        let (ours, theirs, duel) = (outcome.ours, outcome.theirs, outcome.duel)
        let cells = [
            "\(duel.title) (\(peer))",
            number(ours.cpu, 3), number(theirs.cpu, 3),
            number(theirs.cpu / ours.cpu, 2) + "×", number(duel.aim, 1) + "×",
            number(ours.wall, 3), number(theirs.wall, 3),
            number(ours.memory, 0) + (duel.memoryAim.map { " (aim \(number($0, 0)))" } ?? ""),
            number(theirs.memory, 0),
        ]
        return "| " + cells.joined(separator: " | ") + " |"
    }

    static func number(_ value: Double, _ digits: Int) -> String {
        String(format: "%.\(digits)f", value)
    }
}
