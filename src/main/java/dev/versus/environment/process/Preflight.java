package dev.versus.environment.process;

import dev.versus.InvalidInput;
import dev.versus.environment.PortHolder;
import dev.versus.environment.Ports;
import dev.versus.system.ServiceDefinition;
import dev.versus.system.SystemDefinition;
import java.util.Map;
import java.util.Optional;

/** Finds out before anything starts whether a system can be started here. */
record Preflight(SystemDefinition system, Engines engines, Map<String, Integer> fixedPorts) {

    void check(OwnCommand commands) {
        for (ServiceDefinition service : system.services()) {
            Optional<String> objection = engines.of(service)
                    .map(engine -> engine.objection(service))
                    .orElseGet(() -> commands.objection(service));
            objection.ifPresent(reason -> {
                throw new InvalidInput("In the environment 'process', the service '" + service.name() + "' of '"
                        + system.name() + "' " + reason + ".");
            });
        }
        fixedPorts.forEach(this::requireFree);
    }

    private void requireFree(String service, int port) {
        system.service(service);
        if (!Ports.isFree(port)) {
            String holder = PortHolder.of(port).map(who -> " by " + who).orElse("");
            throw new InvalidInput("The port " + port + ", which the service '" + service + "' is to have, is taken"
                    + holder + "; stop that, or choose another port.");
        }
    }
}
