package dev.versus.environment;

import java.util.ArrayList;
import java.util.List;

/** Removes nothing, and remembers what it was asked to remove. */
final class FakeRemover extends Remover {

    final List<List<String>> asked = new ArrayList<>();
    boolean works = true;
    private final String kind;

    FakeRemover(String kind) {
        this.kind = kind;
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    protected boolean canBeOf(RunId run, String name) {
        return true;
    }

    @Override
    protected boolean removeAll(List<String> names) {
        asked.add(names);
        return works;
    }
}
