package dev.versus.simulations.wsgi;

import static dev.versus.workload.FixedRequests.fixedRequests;

import dev.versus.run.EntryPoint;
import dev.versus.run.Placement;

/**
 * A server in a deployment of the system slow-io.
 *
 * @param name the first part of its targets' names
 * @param service the name of its service in the Compose file
 * @param callsAtOnce whether it makes the calls of a request at once, rather than one after another
 */
public record Server(String name, Placement deployment, String service, boolean callsAtOnce) {

    /** Returns the server with the calls of a request made at once. */
    public Server callingAtOnce() {
        return new Server(name, deployment, service, true);
    }

    /** Returns a target of this server for a scenario. */
    public EntryPoint under(Scenario scenario) {
        return deployment.target(name + "-" + scenario.name(), service).under(scenario.against(this));
    }

    /** Returns a target on which this server is idle: one slow call goes straight to io-simulator, past the server. */
    public EntryPoint atRest() {
        var call = fixedRequests(1).withoutKeepAlive();
        return deployment
                .target(name + "-at-rest", "io-simulator")
                .under(call.get("/slow-io?delay=1.0").warmedUpBy(call.get("/slow-io?delay=0.1")));
    }

    String path(String delay, int calls) {
        String route = service.replace("-server", "");
        return "/benchmark/%s-io-test?delay=%s&concurrent=%d".formatted(route, delay, calls);
    }
}
