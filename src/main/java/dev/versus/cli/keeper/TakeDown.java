package dev.versus.cli.keeper;

import dev.versus.environment.Leftovers;
import dev.versus.environment.Ticker;
import java.time.Duration;
import java.util.List;

/**
 * Takes systems down: asks the keeper and waits until it has ended. If the keeper is dead, removes what it left behind.
 *
 * @param limit the longest time to wait for a keeper
 */
public record TakeDown(KeptSystems up, Leftovers leftovers, Ticker ticker, Duration limit) {

    private static final Duration POLL = Duration.ofMillis(100);

    /**
     * Takes the system down and returns when it is down.
     *
     * @return a sentence for the user that says how it went
     * @throws NotUp if the system is still there when the time is over
     */
    public String apply(KeptSystem system) {
        return up.isKept(system) ? ask(system) : sweep(system);
    }

    private String ask(KeptSystem system) {
        RequestFolder.of(up.state(), system.run(), ticker).send(new KeeperRequest(KeeperRequest.Verb.DOWN, List.of()));
        long start = ticker.nanoTime();
        while (up.isKept(system)) {
            if (ticker.nanoTime() - start > limit.toNanos()) {
                throw new NotUp(system + " is not down after " + limit.toSeconds() + " s: end its keeper, process "
                        + system.keeper().pid() + ", and run versus down again.");
            }
            ticker.pause(POLL);
        }
        return system + " is down";
    }

    private String sweep(KeptSystem system) {
        if (leftovers.sweep().contains(system.run())) {
            return system + " is down; its keeper had died, and what it left was removed";
        }
        throw new NotUp("What the dead keeper of " + system + " left could not all be removed: see versus doctor "
                + system.environment().replaceAll(":.*", "") + ", and run versus down again.");
    }
}
