/// Labels of Kubernetes objects as kube-state-metrics names them.
enum LabelName {
    /// `app.kubernetes.io/team` is `label_app_kubernetes_io_team`, `costCenter` is
    /// `label_cost_center`.
    static func metric(_ name: String) -> String {
        var result = "label_"
        var followsSmall = false
        for scalar in name.unicodeScalars {
            let isCapital = ("A"..."Z").contains(scalar)
            let isSmall = ("a"..."z").contains(scalar)
            let isDigit = ("0"..."9").contains(scalar)
            if isCapital, followsSmall { result += "_" }
            followsSmall = isSmall || isDigit
            result += isCapital || isSmall || isDigit ? String(scalar).lowercased() : "_"
        }
        return result
    }
}
