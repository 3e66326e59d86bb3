package dev.versus.linux;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Check whether the kernel gives two groups of processes an equal share of a CPU that both want. It does so if each group has a cgroup of
 * its own, both cgroups are in the same parent with the same weight, and nothing else runs in them: each parent shares a CPU among its
 * children by weight, however many processes they have. Sources: the kernel's "CFS Scheduler", section 7, and "Control Group v2",
 * {@code cpu.weight}.
 */
public record EqualShares(Cgroups cgroups) {

    /** Returns a check of the processes of this host. */
    public static EqualShares ofThisHost() {
        return new EqualShares(Cgroups.ofThisHost());
    }

    /**
     * Returns why the shares of two groups are not equal, in a few words; nothing if they are equal.
     *
     * @param one the ids of the first group's processes; children in the same cgroup or below it may be left out
     * @param other those of the second group
     */
    public Optional<String> objection(Collection<Long> one, Collection<Long> other) {
        List<Cgroup> ones = of(one);
        List<Cgroup> others = of(other);
        if (ones.isEmpty() || others.isEmpty() || ones.size() < one.size() || others.size() < other.size()) {
            return Optional.of("not every process has a cgroup that can be seen here");
        }
        Optional<Cgroup> first = own(ones, others);
        Optional<Cgroup> second = own(others, ones);
        return first.isPresent() && second.isPresent()
                ? weights(first.get(), second.get())
                        .or(() -> guests(first.get(), ones))
                        .or(() -> guests(second.get(), others))
                : Optional.of("they do not each have a cgroup of their own");
    }

    private List<Cgroup> of(Collection<Long> pids) {
        return pids.stream().flatMap(pid -> cgroups.of(pid, "cpu").stream()).toList();
    }

    /**
     * Returns the highest cgroup that holds all processes of one group and none of the other. If both groups have one, the two have the
     * same parent, because the parent of either holds processes of both.
     */
    private static Optional<Cgroup> own(List<Cgroup> group, List<Cgroup> other) {
        return group.get(0).upwards().stream()
                .filter(cgroup -> group.stream().allMatch(cgroup::holds))
                .filter(cgroup -> other.stream().noneMatch(cgroup::holds))
                .reduce((lower, higher) -> higher);
    }

    private static Optional<String> weights(Cgroup first, Cgroup second) {
        OptionalLong one = weight(first);
        OptionalLong other = weight(second);
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.of("their cgroups have no CPU weight");
        }
        return one.equals(other)
                ? Optional.empty()
                : Optional.of("their CPU weights are " + one.getAsLong() + " and " + other.getAsLong());
    }

    private static OptionalLong weight(Cgroup cgroup) {
        return cgroup.number(cgroup.unified() ? "cpu.weight" : "cpu.shares");
    }

    private static Optional<String> guests(Cgroup share, List<Cgroup> group) {
        return hasGuests(share.folder(), group)
                ? Optional.of("other processes share the cgroup " + share.top().relativize(share.folder()))
                : Optional.empty();
    }

    private static boolean hasGuests(Path share, List<Cgroup> group) {
        try (Stream<Path> inside = Files.walk(share)) {
            return inside.filter(file -> file.endsWith("cgroup.procs"))
                    .filter(members -> group.stream().noneMatch(cgroup -> members.startsWith(cgroup.folder())))
                    .anyMatch(members -> !Proc.text(members).isBlank());
        } catch (IOException | UncheckedIOException somebodyElses) {
            // Cgroups come and go here. Those of services stay.
            return true;
        }
    }
}
