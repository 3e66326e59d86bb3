package dev.versus.environment.process;

import dev.versus.InvalidInput;
import dev.versus.environment.PortHolder;
import dev.versus.environment.Ports;
import dev.versus.system.SystemDefinition;
import java.util.Map;

/** The ports of this host that services are to have, by service. */
record FixedPorts(Map<String, Integer> ports) {

    void requireFree(SystemDefinition system) {
        ports.forEach((service, port) -> {
            system.service(service);
            requireFree(service, port);
        });
    }

    private static void requireFree(String service, int port) {
        if (!Ports.isFree(port)) {
            String holder = PortHolder.of(port).map(who -> " by " + who).orElse("");
            throw new InvalidInput("The port " + port + ", which the service '" + service + "' is to have, is taken"
                    + holder + "; stop that, or choose another port.");
        }
    }
}
