/// A language's way of writing numbers and dates.
///
/// Sentences are English.
package enum Language: String, Sendable, CaseIterable {
    case english = "en"
    case brazilianPortuguese = "pt-BR"

    var decimalSeparator: String { self == .english ? "." : "," }
    var groupSeparator: String { self == .english ? "," : "." }

    var months: [String] {
        switch self {
        case .english:
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        case .brazilianPortuguese:
            ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"]
        }
    }

    /// Monday first.
    var weekdays: [String] {
        switch self {
        case .english: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
        case .brazilianPortuguese: ["seg", "ter", "qua", "qui", "sex", "sáb", "dom"]
        }
    }

    var longMonths: [String] {
        switch self {
        case .english:
            [
                "January", "February", "March", "April", "May", "June", "July", "August",
                "September", "October", "November", "December",
            ]
        case .brazilianPortuguese:
            [
                "janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto",
                "setembro", "outubro", "novembro", "dezembro",
            ]
        }
    }

    /// Monday first.
    var longWeekdays: [String] {
        switch self {
        case .english:
            ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
        case .brazilianPortuguese:
            [
                "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira",
                "sábado", "domingo",
            ]
        }
    }
}
