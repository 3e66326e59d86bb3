package dev.versus.cli;

import dev.versus.Kept;
import dev.versus.VersusException;
import dev.versus.cli.keeper.KeptSystem;
import dev.versus.cli.keeper.TakeDown;
import dev.versus.environment.Environment;
import dev.versus.environment.Environments;
import dev.versus.revision.WorkTree;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code versus clean}: removes everything that Versus made on this machine, except reports. */
@Command(
        name = "clean",
        description = "Takes running systems down and removes leftovers of runs, caches and images, but no report."
                + " Lists all of it first, and asks.")
final class CleanCommand extends PrintingCommand implements Callable<Integer> {

    private static final Set<String> YES = Set.of("y", "yes");

    @Option(
            names = {"-y", "--yes"},
            description = "Removes everything without asking.")
    private boolean yes;

    @Option(
            names = "--environment",
            paramLabel = "<name>",
            description = "Removes the caches and images of this environment only.")
    private @Nullable String environment;

    @Mixin
    private StateOption state = new StateOption();

    @Override
    public Integer call() throws IOException {
        List<Kept> all = all();
        out().println("to be removed:");
        all.forEach(kept -> out().println("  " + kept.what()));
        if (!yes && !isConfirmed()) {
            out().println("nothing was removed");
            return Main.FAILED;
        }
        boolean removed = true;
        for (Kept kept : all) {
            removed &= remove(kept);
        }
        return removed ? 0 : Main.FAILED;
    }

    /** Lists everything in the order of removal: running systems first, the caches and images that they use last. */
    private List<Kept> all() {
        TakeDown takeDown = state.takeDown();
        var all = new ArrayList<Kept>();
        for (KeptSystem system : takeDown.up().all()) {
            all.add(new Kept("system " + system, () -> takeDown.apply(system)));
        }
        all.add(new Kept(
                "leftovers of killed runs, and logs of failed launches, in "
                        + state.folder().root(),
                () -> {
                    state.leftovers().sweep();
                    state.folder().clear();
                }));
        all.addAll(caches());
        if (environment == null) {
            all.addAll(WorkTree.kept());
        }
        return all;
    }

    /** Lists the caches and images of all environments. A cache that two environments share is listed once. */
    private Collection<Kept> caches() {
        var caches = new LinkedHashMap<String, Kept>();
        environments().forEach(one -> one.kept().forEach(kept -> caches.putIfAbsent(kept.what(), kept)));
        return caches.values();
    }

    private Collection<Environment> environments() {
        return environment == null ? Environments.all().values() : List.of(Environments.named(environment));
    }

    private boolean isConfirmed() throws IOException {
        out().print("remove all of it? [y/N] ");
        out().flush();
        String answer = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset())).readLine();
        return answer != null && YES.contains(answer.strip());
    }

    /** Removes one thing and says so. If it cannot be removed, prints why and goes on. */
    private boolean remove(Kept kept) {
        try {
            kept.removal().run();
            out().println("removed " + kept.what());
            return true;
        } catch (VersusException stays) {
            err().println("Versus: " + kept.what() + " stays: " + stays.getMessage());
            return false;
        }
    }
}
