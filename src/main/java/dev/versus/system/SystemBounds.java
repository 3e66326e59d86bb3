package dev.versus.system;

import java.util.List;

/** Refuses a system that is too large for one machine, where each replica is a process or a container with its own ports. */
final class SystemBounds {

    private static final int SERVICES = 500;
    private static final int REPLICAS = 100;
    private static final int REPLICAS_TOGETHER = 500;
    private static final int PORTS = 100;

    private final Fields services;

    SystemBounds(Fields services) {
        this.services = services;
    }

    void check(List<ServiceDefinition> definitions) {
        if (definitions.size() > SERVICES) {
            throw at(definitions.get(SERVICES))
                    .refuse("the system has " + definitions.size() + " services, and " + SERVICES
                            + " is the most; split it into several systems.");
        }
        definitions.forEach(this::check);
        requireTogether(definitions);
    }

    private void check(ServiceDefinition service) {
        if (service.replicas() > REPLICAS) {
            throw at(service)
                    .refuse("the service '" + service.name() + "' has " + service.replicas() + " replicas, and "
                            + REPLICAS + " is the most of a service; lower its deploy.replicas.");
        }
        int ports = service.declaredPorts().size();
        if (ports > PORTS) {
            throw at(service)
                    .refuse("the service '" + service.name() + "' has " + ports + " ports, and " + PORTS
                            + " is the most of a service; take some out of its 'ports' and 'expose'.");
        }
    }

    private void requireTogether(List<ServiceDefinition> definitions) {
        int together = 0;
        for (ServiceDefinition service : definitions) {
            together += service.replicas();
            if (together > REPLICAS_TOGETHER) {
                throw at(service)
                        .refuse("with the service '" + service.name() + "' the system has " + together
                                + " replicas, and " + REPLICAS_TOGETHER + " is the most; lower deploy.replicas.");
            }
        }
    }

    private Place at(ServiceDefinition service) {
        return services.mapping().placeOf(service.name());
    }
}
