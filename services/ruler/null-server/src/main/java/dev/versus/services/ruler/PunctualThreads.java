package dev.versus.services.ruler;

import io.netty.util.concurrent.DefaultThreadFactory;

/** Threads for event loops, woken as punctually as the kernel can. */
final class PunctualThreads extends DefaultThreadFactory {

    PunctualThreads() {
        super("event-loop");
    }

    @Override
    public Thread newThread(Runnable work) {
        return super.newThread(() -> {
            TimerSlack.leastForThisThread();
            RealTime.forThisThread();
            work.run();
        });
    }
}
