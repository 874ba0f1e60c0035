import Glibc

/// The certificate authorities that this machine trusts.
enum SystemAuthorities {
    /// The first of the places where distributions keep them in one PEM file; nil if there is none.
    static var file: String? {
        [
            "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/ssl/ca-bundle.pem", "/etc/ssl/cert.pem",
        ].first { access($0, R_OK) == 0 }
    }
}
