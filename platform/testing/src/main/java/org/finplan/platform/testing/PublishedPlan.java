package org.finplan.platform.testing;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.finplan.platform.events.EventData;
import org.finplan.platform.events.LocalizedText;
import org.finplan.platform.events.PlanAbandoned;
import org.finplan.platform.events.PlanEnforced;
import org.finplan.platform.events.PlanPiecePublished;
import org.finplan.platform.events.PlanPublished;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.table.PlanFiles;
import org.finplan.platform.planversion.PackageArchive;
import org.finplan.platform.testing.TestEvents.Received;

/** The events of indicators-service about one plan: the sample package of the documents under a code of the test's own. */
public final class PublishedPlan {

    private static final String SAMPLE = "sample-15fyp";
    private static final String REGIONS = "SAMPLE-";

    private final String code;
    private final Wire wire;
    private long sequence;

    /** The way to Kafka. */
    @FunctionalInterface
    public interface Wire {

        /**
         * Sends an event.
         *
         * @param data its payload
         * @param aggregate id of its aggregate
         * @param sequence its sequence there
         */
        void send(EventData data, String aggregate, long sequence);
    }

    /**
     * A plan that nobody knows yet, of events that come twice each, as they may.
     *
     * @param code its code, of one test only; it begins the codes of its regions as well, in capitals
     */
    public PublishedPlan(String code) {
        this(
                code,
                (data, aggregate, sequence) -> TestEvents.publish(TestEvents.publish(data, aggregate, sequence, null)));
    }

    /**
     * A plan that nobody knows yet.
     *
     * @param code its code, of one test only; it begins the codes of its regions as well, in capitals
     * @param wire sends its events
     */
    public PublishedPlan(String code, Wire wire) {
        this.code = code;
        this.wire = wire;
    }

    /**
     * The code of a region.
     *
     * @param name its name in the sample, such as {@code EAST}
     * @return its code in this plan
     */
    public String region(String name) {
        return code.toUpperCase(Locale.ROOT) + "-" + name;
    }

    /**
     * The files of the sample as a package of this plan.
     *
     * @param change what is different in the text of each file
     * @return the files
     */
    public PlanFiles files(UnaryOperator<String> change) {
        return files(Path.of("../docs/sample-plan-package"), SAMPLE, change);
    }

    /**
     * The files of a package as one of this plan.
     *
     * @param directory its directory
     * @param itsCode code of its plan
     * @param change what is different in the text of each file
     * @return the files
     */
    public PlanFiles files(Path directory, String itsCode, UnaryOperator<String> change) {
        PlanFiles sample = PlanFiles.in(directory, new FaultList());
        Map<String, byte[]> contents = new TreeMap<>();
        sample.contents().forEach((name, bytes) -> {
            String text = new String(bytes, StandardCharsets.UTF_8)
                    .replace(itsCode, code)
                    .replace(REGIONS, region(""));
            contents.put(name, change.apply(text).getBytes(StandardCharsets.UTF_8));
        });
        return new PlanFiles(code, contents);
    }

    /**
     * Publishes a version: the announcement and its pieces.
     *
     * @param version its number
     * @param files its files
     */
    public void publish(int version, PlanFiles files) {
        List<byte[]> pieces = PackageArchive.pieces(PackageArchive.pack(files));
        send(new PlanPublished(
                code, version, files.fingerprint(), pieces.size(), "sample", "sample-user", Instant.now()));
        for (int i = 0; i < pieces.size(); i++) {
            String content = Base64.getEncoder().encodeToString(pieces.get(i));
            send(new PlanPiecePublished(code, version, i + 1, content));
        }
    }

    /**
     * Waits for answers of the service under test.
     *
     * @param topic its topic
     * @param count how many at least
     * @return the answers
     */
    public List<Received> answers(String topic, int count) {
        return TestEvents.await(topic, "plan-package/" + code, count);
    }

    /**
     * Says that every program is prepared.
     *
     * @param version the version
     * @param files its files
     */
    public void enforce(int version, PlanFiles files) {
        send(new PlanEnforced(code, version, files.fingerprint(), Instant.now()));
    }

    /**
     * Says that a version never comes in force.
     *
     * @param version the version
     * @param files its files
     */
    public void abandon(int version, PlanFiles files) {
        send(new PlanAbandoned(code, version, files.fingerprint(), new LocalizedText("样本", "sample"), Instant.now()));
    }

    private void send(EventData data) {
        sequence++;
        wire.send(data, "plan-package/" + code, sequence);
    }
}
