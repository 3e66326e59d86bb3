package dev.versus.measurement;

import dev.versus.linux.Proc;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** A process and its descendants: the source of the figures of a service that has no cgroup of its own. */
final class ProcessTree {

    private static final long KIB = 1024;
    private static final Proc PROC = Proc.ofThisHost();

    private final long root;
    private final TreeCpu cpu = new TreeCpu();

    ProcessTree(long root) {
        this.root = root;
    }

    /** Returns the CPU seconds since the first call. */
    double cpuSeconds() {
        return cpu.seconds(processes());
    }

    /** Returns the resident memory of all processes, added up. */
    long memoryBytes() {
        return processes().stream().mapToLong(ProcessTree::residentBytes).sum();
    }

    /** Returns the bytes {@code read_bytes} or {@code write_bytes} of {@code /proc/<pid>/io}; empty if no process's file may be read. */
    OptionalLong blockBytes(String field) {
        long[] counts = processes().stream()
                .flatMapToLong(process -> PROC.io(process.pid(), field).stream())
                .toArray();
        return counts.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Arrays.stream(counts).sum());
    }

    private List<ProcessHandle> processes() {
        return ProcessHandle.of(root).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .toList();
    }

    private static long residentBytes(ProcessHandle process) {
        return PROC.status(process.pid(), "VmRSS")
                .map(text -> Long.parseLong(text.replaceAll("\\D", "")) * KIB)
                .orElse(0L);
    }
}
