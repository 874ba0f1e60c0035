import D8SModel

extension RunStatus {
    /// The meaning of a source's word for how a run stands, whatever its case; nil if it is not
    /// known.
    init?(word: String) {
        let key = ImportColumn.key(of: word)
        if let status = RunStatus(rawValue: key) {
            self = status
            return
        }
        switch key {
        case "timedout", "timeouterror", "pipelineruntimeout", "taskruntimeout": self = .timeout
        case "inprogress", "started": self = .running
        default:
            switch StatusWord(word) {
            case .ended(.success)?: self = .success
            case .ended(.failure)?: self = .failure
            case .ended(.cancelled)?: self = .cancelled
            case .unfinished?: self = .pending
            case nil: return nil
            }
        }
    }
}
