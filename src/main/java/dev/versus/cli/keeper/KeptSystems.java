package dev.versus.cli.keeper;

import dev.versus.InvalidInput;
import dev.versus.environment.Processes;
import dev.versus.environment.StateFolder;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The running systems that are recorded in one state folder. */
public record KeptSystems(StateFolder state, Processes processes) {

    /** Lists every recorded system, also those whose keeper is dead. */
    public List<KeptSystem> all() {
        return state.runs().stream()
                .flatMap(run -> KeptSystem.read(state, run).stream())
                .sorted(Comparator.comparing(KeptSystem::title)
                        .thenComparing(kept -> kept.run().value()))
                .toList();
    }

    public boolean isKept(KeptSystem system) {
        return processes.isAlive(system.keeper());
    }

    /**
     * Finds a system by its name, by its name and variant, or by its run. Without a name, finds the only system.
     *
     * @throws NotUp if no such system is up
     * @throws InvalidInput if several systems match
     */
    public KeptSystem meant(@Nullable String name) {
        List<KeptSystem> up = all();
        List<KeptSystem> meant = up.stream()
                .filter(kept -> name == null || answersTo(kept, name))
                .toList();
        if (meant.isEmpty()) {
            throw new NotUp(
                    up.isEmpty() || name == null
                            ? "Nothing is up: versus up <system> --detach starts a system."
                            : "'" + name + "' is not up; what is: " + list(up) + ".");
        }
        if (meant.size() > 1) {
            throw new InvalidInput(meant.size() + " systems are up that could be meant: " + list(meant)
                    + "; name one by --system <run>.");
        }
        return meant.get(0);
    }

    /**
     * Finds a system as {@link #meant} does, and requires that its keeper lives.
     *
     * @throws NotUp if no such system is up, or if its keeper is dead
     */
    public KeptSystem alive(@Nullable String name) {
        KeptSystem meant = meant(name);
        if (!isKept(meant)) {
            throw new NotUp("The keeper of " + meant + ", process "
                    + meant.keeper().pid() + ", has died: versus down removes what it left.");
        }
        return meant;
    }

    private static boolean answersTo(KeptSystem kept, String name) {
        return List.of(kept.system(), kept.title(), kept.run().value()).contains(name);
    }

    private static String list(List<KeptSystem> systems) {
        return systems.stream().map(KeptSystem::toString).collect(Collectors.joining("; "));
    }
}
