package dev.versus.cli.keeper;

import dev.versus.environment.ProcessIdentity;
import dev.versus.environment.RunningService;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** One replica of a running system. */
public record KeptReplica(
        String service, int number, Optional<URI> address, Optional<ProcessIdentity> process, Path log) {

    static KeptReplica of(RunningService service) {
        return new KeptReplica(
                service.service(),
                service.replica(),
                Optional.ofNullable(service.address()),
                service.process(),
                service.log());
    }

    /** Returns the service and the number of the replica, which is also the name of its log. */
    public String label() {
        return service + "-" + number;
    }
}
