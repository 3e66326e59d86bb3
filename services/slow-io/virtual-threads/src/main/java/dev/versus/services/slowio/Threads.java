package dev.versus.services.slowio;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A new thread for each task: virtual where the JDK has them (21 and newer), ordinary otherwise.
 *
 * @param kind "virtual" or "platform"
 * @param executor runs each task in a thread of its own
 */
record Threads(String kind, ExecutorService executor) {

    static Threads best() {
        try {
            Object made =
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
            return new Threads("virtual", (ExecutorService) made);
        } catch (ReflectiveOperationException older) {
            return new Threads("platform", Executors.newCachedThreadPool());
        }
    }
}
