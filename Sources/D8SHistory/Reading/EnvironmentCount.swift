/// How many deployments one service has in one environment.
package struct EnvironmentCount: Hashable, Sendable {
    package let service: String
    package let environment: String
    package let deployments: Int

    package init(service: String, environment: String, deployments: Int) {
        self.service = service
        self.environment = environment
        self.deployments = deployments
    }
}
