package org.finplan.platform.plan.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.fault.PlanPackageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packages as archives, and what strangers send instead of them. */
class SentArchiveTest {

    private static final PlanPackage BUNDLED = PlanPackages.bundled("zq-fin-14fyp");
    private static final byte[] SOUND = zip("", Map.of());

    @ParameterizedTest
    @ValueSource(strings = {"", "zq-fin-14fyp/", "plans/zq/"})
    void aSoundArchiveIsThePackageOfItsDirectory(String directory) {
        assertThat(PlanPackages.inArchive(zip(directory, Map.of()), "sample.zip")
                        .read())
                .isEqualTo(BUNDLED);
    }

    @Test
    void whatAnArchiverAddsIsLeftOut() {
        byte[] zip = zip("zq/", Map.of("__MACOSX/zq/._tasks.json", "x", "zq/.DS_Store", "x", "zq/README.md", "x"));

        assertThat(PlanPackages.inArchive(zip, "sample.zip").read()).isEqualTo(BUNDLED);
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        assertThat(faults(new byte[0])).contains("zip not-a-zip");
        assertThat(faults("{}".getBytes(StandardCharsets.UTF_8))).contains("zip not-a-zip");
        assertThat(faults(Arrays.copyOf(SOUND, SOUND.length / 2))).contains("zip not-a-zip");
        assertThat(faults(zipOf(Map.of()))).contains("zip not-a-zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../tasks.json", "a/../../tasks.json", "/etc/passwd", "C:/tasks.json", "..\\tasks.json"})
    void aNameThatLeadsOutOfTheArchiveIsRefused(String name) {
        assertThat(faults(zip("", Map.of(name, "{}")))).contains(name + " unsafe-name");
    }

    @Test
    void aLinkIsRefused() {
        byte[] zip = zip("", Map.of("linked.json", "/etc/passwd"));
        // The last entry of the list at the end of the archive; its mode lies 38 bytes behind its beginning.
        int entry = lastIndexOf(zip, new byte[] {'P', 'K', 1, 2});
        zip[entry + 40] = (byte) 0xFF;
        zip[entry + 41] = (byte) 0xA1;

        assertThat(faults(zip)).contains("linked.json link-in-archive");
    }

    @Test
    void twoFilesOfOneNameAreRefused() {
        byte[] zip = zip("", Map.of("sample-x.json", "{}", "sample-y.json", "{}"));
        String text = new String(zip, StandardCharsets.ISO_8859_1).replace("sample-y.json", "sample-x.json");

        assertThat(faults(text.getBytes(StandardCharsets.ISO_8859_1))).contains("sample-x.json duplicate-file");
    }

    @Test
    void tooManyFilesAreRefused() {
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 101; i++) {
            many.put(i + ".txt", "");
        }

        assertThat(faults(zip("", many))).containsExactly("zip too-many-files");
    }

    /** A bomb is told by its ratio after one megabyte of it, or by the limit of a file. */
    @Test
    void aBombIsNotUnpacked() {
        assertThat(faults(zip("", Map.of("bomb.json", " ".repeat(40 << 20))))).contains("bomb.json too-compressed");
        assertThat(faults(zip("", Map.of("bomb.json", text(33 << 20))))).contains("bomb.json too-large");
        assertThat(faults(zip("", Map.of("a.txt", text(30 << 20), "b.txt", text(30 << 20), "c.txt", text(30 << 20)))))
                .contains("zip too-large");
    }

    @Test
    void whatIsWrongWithTheFilesIsToldAsOfADirectory() throws IOException {
        byte[] gbk = "{\"规划\": 1}".getBytes(Charset.forName("GB18030"));
        Map<String, byte[]> files = files("");
        files.put("tasks.json", gbk);
        files.put("organisation.json", "{}".getBytes(StandardCharsets.UTF_8));
        files.remove("regions.json");

        assertThat(faults(zipOf(files)))
                .contains("tasks.json wrong-encoding", "organisation.json unknown-file", "regions.json missing-file");
    }

    /** Whatever bytes are changed, it is read or refused. */
    @Property(tries = 300)
    void aBrokenArchiveIsReadOrRefused(
            @ForAll @Size(4) List<@IntRange(max = 1_000_000) Integer> places, @ForAll byte noise) {
        byte[] broken = SOUND.clone();
        places.forEach(
                place -> broken[place < 500_000 ? place % broken.length : broken.length - 1 - place % 900] ^= noise);

        try {
            assertThat(PlanPackages.inArchive(broken, "sample.zip")).isNotNull();
        } catch (PlanPackageException refused) {
            assertThat(refused.faults()).isNotEmpty();
        }
    }

    private static List<String> faults(byte[] zip) {
        PlanPackageException refused =
                catchThrowableOfType(PlanPackageException.class, () -> PlanPackages.inArchive(zip, "sample.zip"));
        return refused.faults().stream()
                .map(fault -> fault.file() + " " + fault.code())
                .toList();
    }

    /** Packed to about a hundredth: every line another number. */
    private static String text(int length) {
        StringBuilder text = new StringBuilder(length + 100);
        for (int line = 0; text.length() < length; line++) {
            text.append(line * 7919L % 99_991).append(" ".repeat(190)).append('\n');
        }
        return text.toString();
    }

    private static byte[] zip(String directory, Map<String, String> more) {
        Map<String, byte[]> files = files(directory);
        more.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return zipOf(files);
    }

    private static Map<String, byte[]> files(String directory) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : List.of(
                "indicators.json",
                "facts.json",
                "regions.json",
                "clauses.json",
                "tasks.json",
                "organisations.json",
                "systems.json",
                "supplement.json",
                "measures.json",
                "working-days.json",
                "definitions.json",
                "published-facts.csv",
                "derived.json",
                "registers.json")) {
            try (InputStream in =
                    PlanPackage.class.getResourceAsStream("/org/finplan/platform/plan/zq-fin-14fyp/" + name)) {
                files.put(directory + name, in.readAllBytes());
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
        return files;
    }

    private static byte[] zipOf(Map<String, byte[]> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return bytes.toByteArray();
    }

    private static int lastIndexOf(byte[] bytes, byte[] part) {
        for (int i = bytes.length - part.length; i >= 0; i--) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError();
    }
}
