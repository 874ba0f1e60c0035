import D8SModel
import D8STestSupport
import Synchronization
import Testing

@testable import D8SCollect

/// A whole round over TLS: nginx gives recorded lists to whoever shows the client's certificate that
/// stands in a kubeconfig.
@Suite(.enabled(if: SharedKubernetes.isThere, "needs the shared data folder"))
struct KubernetesNginxTests {
    @Test func `lists come over TLS with the certificate of a kubeconfig`() async throws {
        let folder = try ServerFolder()
        let certificates = try TestCertificates(in: folder)
        let lists = "k8s-api/sbctl/tests/support-bundle/cluster-resources"
        for (path, list) in [("pods", "pods/kube-system"), ("nodes", "nodes")] {
            let text = try SharedKubernetes.text("\(lists)/\(list).json")
            try folder.write(text, to: "www/api/v1/\(path)", mode: 0o644)
        }
        let server = try NginxServer(
            certificates.mutualDirectives + " default_type application/json; gzip on;"
                + " gzip_types application/json;",
            isSecure: true,
            in: folder
        )
        defer { withExtendedLifetime(server) {} }
        try folder.run([
            "sh", "-c",
            """
            cat > config <<END
            current-context: it
            contexts: [{name: it, context: {cluster: it, user: it}}]
            clusters:
            - {name: it, cluster: {server: "https://127.0.0.1:\(server.port)",
               certificate-authority-data: $(base64 -w0 ca.pem)}}
            users:
            - {name: it, user: {client-certificate-data: $(base64 -w0 client.pem),
               client-key-data: $(base64 -w0 client.key)}}
            END
            """,
        ])
        let source = KubernetesSource(
            .kubeconfig(Kubeconfig(path: folder.path + "/config")),
            transport: HTTPClientTransport.shared
        )
        let received = Mutex(RecordBatch())
        let report = try await source.collect(Occasion(now: { Intake.time })) { batch in
            received.withLock { $0.rounds += batch.rounds }
        }
        let series = received.withLock(\.self).rounds.flatMap(\.list.series)
        #expect(series.count { $0.metric == "kube_node_info" } == 3)
        #expect(series.count { $0.metric == "kube_pod_info" } == 15)
        #expect(report.notes.contains { $0.contains("metrics-server is not installed") })
    }
}
