import D8SModel

/// Where each thing that is read stands in the rows of one file.
struct FocusPlan {
    /// A column of the file from 0 on; behind the last one, the constants.
    typealias Column = Int

    /// What the key of a charge is made of, in the order of `CostField`.
    private(set) var fields: [(field: CostField, column: Column)] = []
    private(set) var tags: Column?
    private(set) var currency: Column
    /// By `FocusNumber`; nil where the file has no such column.
    private(set) var numbers: [Column?]
    /// By `FocusTime`.
    private(set) var times: [Column] = []
    private(set) var account: Column?
    /// The values of columns that the file does not have, by their names.
    let constants: [[UInt8]]
    let header: [String]
    /// What a person should know of the columns, as sentences.
    private(set) var notes: [String] = []

    /// - Throws: `CollectError.missingColumn` where a file without it says nothing of costs, and
    ///   `.repeatedColumn`, `.unknownColumn`.
    init(header: [String], mapping: ImportMapping, file: String) throws(CollectError) {
        let columns = try FocusHeader(header: header, mapping: mapping, file: file)
        self.header = header
        constants = columns.constants
        currency = try columns.required("BillingCurrency")
        for time in FocusTime.allCases { times.append(try columns.required(time.column)) }
        numbers = FocusNumber.allCases.map { columns[$0.column] }
        if numbers[FocusNumber.billed.rawValue] == nil,
            numbers[FocusNumber.effective.rawValue] == nil
        {
            _ = try columns.required(FocusNumber.billed.column)
        }
        for field in CostField.allCases {
            if let column = columns[field.column] { fields.append((field, column)) }
        }
        tags = columns["Tags"]
        account = columns[CostField.billingAccount.column]
        notes = columns.notes
    }
}
