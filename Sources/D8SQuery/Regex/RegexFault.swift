/// Why a regular expression is none of RE2's, and at which of its characters, from 1.
struct RegexFault: Error, Hashable {
    let pattern: String
    let position: Int
    let reason: String

    var sentence: String {
        "error parsing regexp: \(reason) at character \(position) of \"\(pattern)\""
    }
}
