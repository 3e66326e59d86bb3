package dev.versus.cli;

import dev.versus.VersusException;
import dev.versus.cli.keeper.KeptSystem;
import dev.versus.cli.keeper.TakeDown;
import dev.versus.environment.Environment;
import dev.versus.environment.Environments;
import dev.versus.environment.Kept;
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

/** {@code versus clean}: removes everything that Versus has made of this machine, but reports. */
@Command(
        name = "clean",
        description = "Takes down what is up, and removes what runs have left, caches and images: all but reports."
                + " It says what, and asks.")
final class CleanCommand extends PrintingCommand implements Callable<Integer> {

    private static final Set<String> YES = Set.of("y", "yes");

    @Option(
            names = {"-y", "--yes"},
            description = "Does not ask.")
    private boolean yes;

    @Option(
            names = "--environment",
            paramLabel = "<name>",
            description = "Of caches and images, those of this environment alone.")
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

    /** In the order in which it goes: what runs first, what it was made from last. */
    private List<Kept> all() {
        TakeDown takeDown = state.takeDown();
        var all = new ArrayList<Kept>();
        for (KeptSystem system : takeDown.up().all()) {
            all.add(new Kept("system " + system, () -> takeDown.apply(system)));
        }
        all.add(new Kept(
                "what killed runs have left, and logs of failed ones, in "
                        + state.folder().root(),
                () -> {
                    state.leftovers().sweep();
                    state.folder().clear();
                }));
        all.addAll(caches());
        return all;
    }

    /** What two environments share is one thing. */
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

    /** What cannot be removed is told, and the rest goes all the same. */
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
