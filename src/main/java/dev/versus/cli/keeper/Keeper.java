package dev.versus.cli.keeper;

import dev.versus.InvalidInput;
import dev.versus.VersusException;
import dev.versus.environment.Deployment;
import dev.versus.environment.Health;
import dev.versus.environment.HostProcesses;
import dev.versus.environment.RunningService;
import dev.versus.environment.StateFolder;
import dev.versus.environment.Ticker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The owner of a deployment: carries out requests of commands until one asks to take the system down. The caller closes the deployment. */
public final class Keeper {

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;

    private final Deployment deployment;
    private final String environment;
    private final StateFolder state;
    private final RequestFolder mailbox;

    /**
     * Makes this process the keeper of the deployment.
     *
     * @param environment the environment with its options, as the user wrote it
     */
    public Keeper(Deployment deployment, String environment, StateFolder state) {
        this.deployment = deployment;
        this.environment = environment;
        this.state = state;
        this.mailbox = RequestFolder.of(state, deployment.run(), Ticker.real());
    }

    /** Writes a record of the running system to the state folder, where later commands find it. */
    public KeptSystem writeDown() {
        var kept = KeptSystem.of(deployment, new HostProcesses().self(), environment);
        kept.write(state);
        return kept;
    }

    /** Answers requests until one asks to take the system down, or until the thread is interrupted. */
    public void serve() {
        Optional<RequestFolder.Letter> letter = mailbox.next();
        while (letter.isPresent() && letter.get().request().verb() != KeeperRequest.Verb.DOWN) {
            mailbox.answer(letter.get(), answer(letter.get().request()));
            letter = mailbox.next();
        }
    }

    private Answer answer(KeeperRequest request) {
        try {
            request.services().forEach(service -> deployment.system().service(service));
            return request.verb() == KeeperRequest.Verb.TEST ? test(request.services()) : restart(request.services());
        } catch (InvalidInput refused) {
            return new Answer(BAD_INPUT, List.of("Versus: " + refused.getMessage()));
        } catch (VersusException failed) {
            return new Answer(FAILED, List.of("Versus: " + failed.getMessage()));
        }
    }

    private Answer test(List<String> services) {
        var lines = new ArrayList<String>();
        boolean healthy = true;
        for (RunningService replica : deployment.services()) {
            if (services.isEmpty() || services.contains(replica.service())) {
                Health health = deployment.health(replica);
                healthy &= health.healthy();
                lines.add(line(replica, health));
            }
        }
        return new Answer(healthy ? DONE : FAILED, lines);
    }

    private static String line(RunningService replica, Health health) {
        return String.format(
                "%-20s %-9s  %s",
                KeptReplica.of(replica).label(), health.healthy() ? "healthy" : "UNHEALTHY", health.answer());
    }

    private Answer restart(List<String> services) {
        try {
            services.forEach(deployment::restart);
        } finally {
            writeDown();
        }
        return new Answer(
                DONE,
                deployment.services().stream()
                        .filter(replica -> services.contains(replica.service()))
                        .map(replica -> KeptReplica.of(replica).label() + " was started anew and is healthy")
                        .toList());
    }
}
