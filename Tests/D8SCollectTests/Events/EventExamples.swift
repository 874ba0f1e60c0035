/// Events as their specifications show them.
///
/// CDEvents: cdevents/spec, `conformance/*.json`, at the commit above each; members that D8S does not look
/// at (`links`, `schemaUri`) are left out. CloudEvents: cloudevents/spec,
/// `cloudevents/formats/json-format.md` at 0b058d07a816205061232a3521fd6ad6f372e28e.
enum EventExamples {
    // 60c953458dab90f3ab0222f027595e22b30cdc9f
    static let serviceDeployed = """
        {"context": {"version": "0.4.0", "id": "271069a8-fc18-44f1-b38f-9d70a1695819",
            "chainId": "4c8cb7dd-3448-41de-8768-eec704e2829b", "source": "/event/source/123",
            "type": "dev.cdevents.service.deployed.0.2.0",
            "timestamp": "2023-03-20T14:27:05.315384Z"},
         "subject": {"id": "mySubject123", "source": "/event/source/123", "type": "service",
            "content": {"environment": {"id": "test123"}, "artifactId":
            "pkg:oci/myapp@sha256%3A0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427"
            }}}
        """

    // 0ae8a693bf6fbd7dddda9e12299d43bb8e315ffb, the time and id of another
    static let serviceRolledBack = """
        {"context": {"version": "0.5.0-draft", "id": "271069a8-fc18-44f1-b38f-9d70a1695820",
            "source": "/event/source/123", "type": "dev.cdevents.service.rolledback.0.3.0-draft",
            "timestamp": "2023-03-20T14:28:05.315384Z"},
         "subject": {"id": "mySubject123", "source": "/event/source/123", "type": "service",
            "content": {"environment": {"id": "test123"}, "artifactId":
            "pkg:oci/myapp@sha256%3A0b31b1c02ff458ad9b7b81cbdf8f028bd54699fa151f221d1e8de6817db93427"
            }}}
        """

    // 2045369e11dafaf7a41d867dc5fcc68e00de0b15
    static let incidentDetected = """
        {"context": {"specversion": "0.5.0", "id": "F4BD2B55-B6F6-4F44-AF72-BD2D0E7A8708",
            "source": "/monitoring/prod1", "type": "dev.cdevents.incident.detected.0.3.0",
            "timestamp": "2022-11-11T13:52:20.079Z"},
         "subject": {"id": "incident-123", "source": "/monitoring/prod1", "content": {
            "description": "Response time above threshold of 100ms",
            "environment": {"id": "prod1", "source": "/iaas/geo1"},
            "service": {"id": "myApp", "source": "/clusterA/namespaceB"}}},
         "customData": {"metric": "responseTime", "threshold": "100ms", "value": "200ms"}}
        """

    // 2025b4336a2fe371fe433aaf5bbd60e0095690eb, a time later than that of its detection
    static let incidentResolved = """
        {"context": {"version": "0.5.0-draft", "id": "F4BD2B55-B6F6-4F44-AF72-BD2D0E7A8709",
            "source": "/monitoring/prod1", "type": "dev.cdevents.incident.resolved.0.3.0-draft",
            "timestamp": "2022-11-11T14:12:20.079Z"},
         "subject": {"id": "incident-123", "source": "/monitoring/prod1", "content": {
            "description": "Response time restored below 100ms",
            "service": {"id": "myApp", "source": "/clusterA/namespaceB"}}}}
        """

    // 0ae8a693bf6fbd7dddda9e12299d43bb8e315ffb, with the event's word and time to be filled in
    static func pipelineRun(_ predicate: String, at time: String, _ content: String) -> String {
        """
        {"context": {"version": "0.5.0-draft", "id": "271069a8-\(predicate)",
            "source": "/event/source/123",
            "type": "dev.cdevents.pipelinerun.\(predicate).0.3.0-draft", "timestamp": "\(time)"},
         "subject": {"id": "mySubject123", "source": "/event/source/123", "type": "pipelineRun",
            "content": {\(content)}}}
        """
    }

    // 0ae8a693bf6fbd7dddda9e12299d43bb8e315ffb
    static let taskRunFinished = """
        {"context": {"version": "0.5.0-draft", "id": "271069a8-fc18-44f1-b38f-9d70a1695819",
            "source": "/event/source/123", "type": "dev.cdevents.taskrun.finished.0.3.0-draft",
            "timestamp": "2023-03-20T14:27:05.315384Z"},
         "subject": {"id": "mySubject123", "source": "/event/source/123", "type": "taskRun",
            "content": {"taskName": "myTask", "url": "https://www.example.com/mySubject123",
            "pipelineRun": {"id": "mySubject123"}, "outcome": "failure",
            "errors": "Something went wrong\\nWith some more details"}}}
        """

    // 0ae8a693bf6fbd7dddda9e12299d43bb8e315ffb
    static let changeMerged = """
        {"context": {"version": "0.5.0-draft", "id": "271069a8-fc18-44f1-b38f-9d70a1695819",
            "source": "/event/source/123", "type": "dev.cdevents.change.merged.0.3.0-draft",
            "timestamp": "2023-03-20T14:27:05.315384Z"},
         "subject": {"id": "mySubject123", "source": "/event/source/123", "type": "change",
            "content": {"repository": {"id": "TestRepo/TestOrg", "source": "https://example.org"}}}}
        """

    // Section 4.3
    static let batch = """
        [
          {
              "specversion" : "1.0",
              "type" : "com.example.someevent",
              "source" : "/mycontext/4",
              "id" : "B234-1234-1234",
              "time" : "2018-04-05T17:31:00Z",
              "comexampleextension1" : "value",
              "comexampleothervalue" : 5,
              "datacontenttype" : "application/vnd.apache.thrift.binary",
              "data_base64" : "... base64 encoded string ..."
          },
          {
              "specversion" : "1.0",
              "type" : "com.example.someotherevent",
              "source" : "/mycontext/9",
              "id" : "C234-1234-1234",
              "time" : "2018-04-05T17:31:05Z",
              "comexampleextension1" : "value",
              "comexampleothervalue" : 5,
              "datacontenttype" : "application/json",
              "data" : {
                  "appinfoA" : "abc",
                  "appinfoB" : 123,
                  "appinfoC" : true
              }
          }
        ]
        """
}
