import Glibc
import NIOSSL

extension HTTPAccess {
    /// The TLS setup that this asks for, its files read anew; TLS 1.2 at least.
    ///
    /// - Throws: `CollectError.unusable` with the file that cannot be used.
    func tls() throws(CollectError) -> TLSConfiguration {
        var setup = TLSConfiguration.makeClientConfiguration()
        setup.minimumTLSVersion = .tlsv12
        setup.certificateVerification = verifiesServer ? .fullVerification : .none
        if let authorities {
            setup.trustRoots = .certificates(try Self.certificates(authorities))
        }
        if let certificate, let key {
            setup.certificateChain = try Self.certificates(certificate).map { .certificate($0) }
            setup.privateKey = .privateKey(try Self.privateKey(key))
        }
        return setup
    }

    private static func certificates(_ path: String) throws(CollectError) -> [NIOSSLCertificate] {
        do {
            let found = try NIOSSLCertificate.fromPEMFile(path)
            if !found.isEmpty { return found }
        } catch {}
        throw unusable("The certificate file \(path)", path, form: "no certificate in PEM form")
    }

    private static func privateKey(_ path: String) throws(CollectError) -> NIOSSLPrivateKey {
        do {
            return try NIOSSLPrivateKey(file: path, format: .pem)
        } catch {
            throw unusable(
                "The key file \(path)",
                path,
                form: "no key in PEM form without password"
            )
        }
    }

    private static func unusable(_ what: String, _ path: String, form: String) -> CollectError {
        let isThere = Glibc.access(path, R_OK) == 0
        return .unusable(
            what: what,
            reason: isThere ? "it holds \(form)" : String(cString: strerror(errno)).lowercased(),
            mend: "Correct its path under `tls`, or write the file anew."
        )
    }
}
