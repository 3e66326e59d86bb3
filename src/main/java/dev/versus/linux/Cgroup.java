package dev.versus.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * One cgroup, as a folder of files.
 *
 * @param unified whether the cgroup is of version 2
 * @param top the folder at which its hierarchy is mounted
 * @param folder the cgroup's own folder: the top or a folder below it
 */
public record Cgroup(boolean unified, Path top, Path folder) {

    /** Reads a file that holds a single number; empty if the file says {@code max} or does not exist. */
    public OptionalLong number(String file) {
        return parse(text(file).strip());
    }

    /** Reads the number of a key in a file of keys and numbers; empty if the key or the file does not exist. */
    public OptionalLong number(String file, String key) {
        Long number = numbers(file).get(key);
        return number == null ? OptionalLong.empty() : OptionalLong.of(number);
    }

    /** Reads a file of lines with a key and a number, such as {@code cpu.stat}; empty if the file does not exist. */
    public Map<String, Long> numbers(String file) {
        Map<String, Long> numbers = new TreeMap<>();
        for (String line : text(file).split("\n", -1)) {
            int space = line.lastIndexOf(' ');
            if (space > 0) {
                parse(line.substring(space + 1)).ifPresent(number -> numbers.put(line.substring(0, space), number));
            }
        }
        return numbers;
    }

    /** Reads the text of a file; empty if the file does not exist. */
    public String text(String file) {
        return Proc.text(folder.resolve(file));
    }

    /** Tells whether this cgroup has a readable file of that name; files of controllers that are switched off do not exist. */
    public boolean has(String file) {
        return Files.isReadable(folder.resolve(file));
    }

    /** Returns this cgroup and its ancestors up to the top; their limits hold for it too. */
    public List<Cgroup> upwards() {
        List<Cgroup> all = new ArrayList<>();
        for (Path at = folder; at != null && at.startsWith(top); at = at.getParent()) {
            all.add(new Cgroup(unified, top, at));
        }
        return all;
    }

    boolean isTop() {
        return folder.equals(top);
    }

    /** Tells whether the other cgroup is this one or a descendant of it. */
    boolean holds(Cgroup other) {
        return other.folder.startsWith(folder);
    }

    private static OptionalLong parse(String number) {
        try {
            return OptionalLong.of(Long.parseLong(number));
        } catch (NumberFormatException noNumber) {
            return OptionalLong.empty();
        }
    }
}
