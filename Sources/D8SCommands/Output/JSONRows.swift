import D8SSite

/// Rows as a list of JSON objects, one a line; decimal numbers keep all their digits.
enum JSONRows {
    static func text(_ columns: [String], _ rows: [[DataValue]]) -> String {
        var json = JSON()
        json.raw("[")
        for (index, row) in rows.enumerated() {
            if index > 0 { json.raw(",") }
            json.raw("\n{")
            json.members(columns, row)
            json.raw("}")
        }
        json.raw("\n]\n")
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
