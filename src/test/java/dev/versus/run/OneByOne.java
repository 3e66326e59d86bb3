package dev.versus.run;

import dev.versus.comparison.LoadGenerator;
import dev.versus.comparison.Stretch;
import dev.versus.comparison.Target;
import dev.versus.measurement.FailureKind;
import dev.versus.measurement.Measurement;
import dev.versus.measurement.Recorder;
import dev.versus.measurement.Response;
import dev.versus.measurement.Usage;
import dev.versus.measurement.UsageMeter;
import dev.versus.workload.Pacing;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.function.Function;

/** The smallest load generator: one virtual user, by the JDK's own HTTP client. */
record OneByOne(Function<Target, UsageMeter> meters) implements LoadGenerator {

    @Override
    public Measurement offer(Stretch stretch) {
        UsageMeter meter = meters.apply(stretch.target());
        Usage before = meter.read();
        long start = System.nanoTime();
        Pacing pacing = stretch.step().pacing().at(start, stretch.seed());
        var recorder = new Recorder(start, stretch.workload().expectsEqualLengths());
        URI address = URI.create(stretch.target().addressFor(0)
                + stretch.workload().tasks().get(0).request().path());
        while (pacing.nextStart(0, System.nanoTime()) != Pacing.DONE) {
            ask(address, recorder);
        }
        return recorder.measurement(meter.read().since(before));
    }

    private static void ask(URI address, Recorder recorder) {
        long start = System.nanoTime();
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            try (InputStream body = connection.getInputStream()) {
                int length = body.readAllBytes().length;
                var response = new Response(start, System.nanoTime(), connection.getResponseCode(), length);
                recorder.answered(response);
            }
        } catch (IOException failed) {
            recorder.unanswered(FailureKind.CONNECTION, start, System.nanoTime());
        }
    }
}
