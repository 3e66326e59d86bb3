package dev.versus.gatling;

import com.typesafe.scalalogging.Logger;
import io.gatling.core.action.Action;
import io.gatling.core.action.builder.ActionBuilder;
import io.gatling.core.session.Session;
import io.gatling.core.structure.ScenarioContext;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;

/**
 * The Gatling action at which a virtual user waits for its next request: to the nanosecond of the event loop's timer, where
 * Gatling's own pause knows milliseconds only, and for as long as other virtual users' stretch lasts, where its rendez-vous opens
 * only once.
 */
final class Turnstile implements Action {

    private Logger logger = Logger.apply(LoggerFactory.getLogger(Turnstile.class));
    private final Action next;

    private Turnstile(Action next) {
        this.next = next;
    }

    /** The turnstile as a part of a scenario. */
    static io.gatling.javaapi.core.ActionBuilder turnstile() {
        return Builder::new;
    }

    @Override
    public void execute(Session session) {
        VirtualUser user = (VirtualUser) session.attributes().apply(VirtualUser.KEY);
        user.ended(System.nanoTime());
        pass(user, session);
    }

    // The scheduled way on reports its own failures: Gatling's event loop logs them and crashes the virtual user.
    @SuppressWarnings("FutureReturnValueIgnored")
    private void pass(VirtualUser user, Session session) {
        long now = System.nanoTime();
        long start = user.nextStart(now);
        if (start == VirtualUser.WAIT) {
            user.await(() -> session.eventLoop().execute(() -> pass(user, session)));
        } else if (start - now <= 0) {
            go(user, session, start);
        } else {
            session.eventLoop().schedule(() -> go(user, session, start), start - now, TimeUnit.NANOSECONDS);
        }
    }

    private void go(VirtualUser user, Session session, long start) {
        user.starts(start, System.nanoTime());
        next.$bang(session);
    }

    @Override
    public String name() {
        return "turnstile";
    }

    @Override
    public Logger logger() {
        return logger;
    }

    @Override
    public void com$typesafe$scalalogging$StrictLogging$_setter_$logger_$eq(Logger given) {
        this.logger = given;
    }

    private static final class Builder implements ActionBuilder {
        @Override
        public Action build(ScenarioContext context, Action next) {
            return new Turnstile(next);
        }
    }
}
