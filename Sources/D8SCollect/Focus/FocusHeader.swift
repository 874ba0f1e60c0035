import D8SModel

/// The columns of a FOCUS file by their names, in whatever case they are written.
struct FocusHeader {
    let constants: [[UInt8]]
    private let header: [String]
    private let file: String
    private var places: [String: Int] = [:]

    init(header: [String], mapping: ImportMapping, file: String) throws(CollectError) {
        self.header = header
        self.file = file
        constants = mapping.constants.map { Array($0.value.utf8) }
        for (column, name) in header.enumerated() {
            guard places.updateValue(column, forKey: name.lowercased()) == nil else {
                throw .repeatedColumn(file: file, column: name.abridged)
            }
        }
        for assignment in mapping.columns {
            guard let column = places[assignment.value.lowercased()] else {
                throw missing(assignment.value)
            }
            places[try Self.known(assignment.name)] = column
        }
        for (position, assignment) in mapping.constants.enumerated() {
            places[try Self.known(assignment.name)] = header.count + position
        }
    }

    subscript(column: String) -> Int? { places[column.lowercased()] }

    func required(_ column: String) throws(CollectError) -> Int {
        guard let place = self[column] else { throw missing(column) }
        return place
    }

    /// The edition, what it demands and the file lacks, and what of the file is not taken.
    var notes: [String] {
        var notes = ["\(file) is FOCUS \(FocusVersion(columns: header).rawValue) by its columns."]
        let lacking = FocusVersion.mandatory.filter { self[$0] == nil }
        if !lacking.isEmpty {
            notes.append("\(file) lacks columns that FOCUS demands: \(Self.list(lacking)).")
        }
        let foreign = header.filter { !Self.isKnown($0.lowercased()) }
        if !foreign.isEmpty {
            notes.append("Columns that are not of FOCUS are left out: \(Self.list(foreign)).")
        }
        let passed = header.filter { FocusVersion.passedOver.contains($0.lowercased()) }
        if !passed.isEmpty {
            notes.append("Columns that D8S does not keep: \(Self.list(passed)).")
        }
        return notes
    }

    private func missing(_ column: String) -> CollectError {
        if header.count == 1, let separator = header[0].first(where: { ";\t|".contains($0) }) {
            let sign = separator == "\t" ? "tabs" : "“\(separator)”"
            let form = "separated by \(sign)"
            return .unknownForm(file: file, form: form, mend: "Export it separated by commas.")
        }
        return .missingColumn(file: file, column: column, found: header.prefix(100).map(\.abridged))
    }

    private static func list(_ names: [String]) -> String {
        names.prefix(40).map(\.abridged).joined(separator: ", ")
            + (names.count > 40 ? " and \(names.count - 40) more" : "")
    }

    private static func known(_ name: String) throws(CollectError) -> String {
        let key = name.lowercased()
        guard readNames.contains(key) else {
            throw .unknownColumn(name: name.abridged, known: readColumns)
        }
        return key
    }

    private static func isKnown(_ name: String) -> Bool {
        readNames.contains(name) || FocusVersion.passedOver.contains(name)
    }

    /// Every column that is read.
    static let readColumns =
        FocusTime.allCases.map(\.column) + ["BillingCurrency"]
        + FocusNumber.allCases.map(\.column) + CostField.allCases.map(\.column) + ["Tags"]

    private static let readNames = Set(readColumns.map { $0.lowercased() })
}
