import D8SModel

/// What is known of one file of an export while it is read.
struct FocusFile {
    let path: String
    var read = 0
    var rejected = 0
    /// Rows that were in an earlier file of the export.
    var repeated = 0
    /// Rows that were met for the first time, of those that can be known again.
    var fresh = 0
    /// Rows that were in this file before.
    var doubled = 0
    var firstProblem: Problem?
    /// The last byte of the text so far; nil before its first piece.
    var lastByte: UInt8?
    /// Whether the last row could not be used.
    var endsBadly = false
    /// Why its bytes end early; nil if they do not.
    var damage: String?
    /// Numbers of the bills that it has charges of.
    var bills: Set<Int> = []
    var times = FocusTime.allCases.map { _ in FocusTimeReader() }
    var scratch: [UInt8] = []
    /// The bill of the last row, which the next one mostly shares.
    var lastBill: FocusBillMemory?
    private(set) var plan: FocusPlan?
    /// Fields that the file has columns for.
    private(set) var present: Set<CostField> = []

    init(path: String) {
        self.path = path
    }

    var notes: [String] { plan?.notes ?? [] }

    /// Makes the plan from the header, once.
    mutating func plan(_ header: [String], _ mapping: ImportMapping) throws(CollectError) {
        guard plan == nil else { return }
        let made = try FocusPlan(header: header, mapping: mapping, file: path)
        present = Set(made.fields.map(\.field))
        plan = made
    }

    /// How the bills that it has charges of ended.
    ///
    /// A last row that cannot be used and has no line end behind it was cut off.
    var ending: CostEnding {
        if damage != nil || endsBadly && lastByte?.endsLine != true { return .cutOff }
        return rejected > 0 ? .partial : .complete
    }

    /// Whether it says again what others said: more than half of its rows, and more than chance
    /// would repeat.
    var isRepetition: Bool { repeated >= 20 && repeated * 2 > read }

    /// Whether it says all of itself twice: nearly each of its rows, and more than a few.
    var isDoubled: Bool { fresh >= 20 && doubled * 10 >= fresh * 9 }
}
