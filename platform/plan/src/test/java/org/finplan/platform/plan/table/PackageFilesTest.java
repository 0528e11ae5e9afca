package org.finplan.platform.plan.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.finplan.platform.plan.fault.PackageFault;
import org.finplan.platform.plan.fault.PlanPackageException;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.reading.SamplePackage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what a package has: absent, empty, in another encoding, no JSON, no CSV. */
class PackageFilesTest {

    @TempDir
    Path parent;

    private SamplePackage sample;

    @BeforeEach
    void copyTheSample() {
        sample = SamplePackage.in(parent.resolve("anything"));
    }

    @Test
    void aDirectoryThatIsNotThereIsNamedWithItsWholePath() {
        try {
            PlanPackages.in(Path.of("no/such/package"));
            throw new AssertionError("no package was read");
        } catch (PlanPackageException refused) {
            assertThat(refused.faults()).singleElement().satisfies(fault -> {
                assertThat(fault.file())
                        .isEqualTo(Path.of("no/such/package").toAbsolutePath().toString());
                assertThat(fault.code()).isEqualTo("missing-directory");
            });
        }
    }

    @Test
    void aMissingAndAnEmptyFileAreNamed() throws IOException {
        Files.delete(sample.file("tasks.json"));
        sample.write("systems.json", "");
        sample.write("regions.json", "");

        assertThat(sample.faults())
                .extracting(fault -> fault.file() + " " + fault.code())
                .containsExactly("regions.json empty-file", "systems.json empty-file", "tasks.json missing-file");
    }

    @Test
    void aFileOfAnUnknownNameIsRefusedWithTheNearestOne() throws IOException {
        Files.move(sample.file("measures.json"), sample.file("measure.json"));
        sample.write("README.md", "样本");
        sample.write(".draft.json", "{");

        assertThat(sample.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("measure.json");
            assertThat(fault.code()).isEqualTo("unknown-file");
            assertThat(fault.accepted().get(0)).isEqualTo("measures.json");
        });
    }

    @Test
    void aByteOrderMarkIsRead() {
        for (String file : List.of("indicators.json", "facts.json", "published-facts.csv")) {
            sample.edit(file, text -> "\uFEFF" + text);
        }

        assertThat(sample.faults()).isEmpty();
        assertThat(PlanPackages.in(sample.directory()).published().get(0).series())
                .isEqualTo("sample-gdp");
    }

    @ParameterizedTest
    @CsvSource({
        "GB18030, indicators.json, GB18030",
        "GBK, published-facts.csv, GB18030",
        "UTF-16, tasks.json, UTF-16",
        "UTF-16LE, published-facts.csv, UTF-16",
        "UTF-16BE, regions.json, UTF-16",
        "UTF-32, clauses.json, UTF-32",
    })
    void anotherEncodingIsRefusedByItsName(String charset, String file, String named) throws IOException {
        Files.write(sample.file(file), Files.readString(sample.file(file)).getBytes(Charset.forName(charset)));

        assertThat(sample.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo(file);
            assertThat(fault.code()).isEqualTo("wrong-encoding");
            assertThat(fault.message().zh()).contains(named);
            assertThat(fault.accepted()).containsExactly("UTF-8");
        });
    }

    @Test
    void bytesOfNoEncodingAreRefused() throws IOException {
        byte[] bytes = Files.readAllBytes(sample.file("tasks.json"));
        bytes[30] = (byte) 0xFF;
        Files.write(sample.file("tasks.json"), bytes);

        assertThat(sample.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("not-utf-8");
            assertThat(fault.place()).startsWith("line 3, column ");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "x", "]", ",", "\"", "1"})
    void whateverFollowsTheJsonIsRefused(String rest) {
        sample.edit("tasks.json", text -> text + rest);

        assertThat(sample.faults()).singleElement().satisfies(fault -> {
            assertThat(fault.code()).isEqualTo("text-after-json");
            assertThat(fault.place()).startsWith("line 35, column ");
        });
    }

    @Test
    void whatIsNoJsonIsNamedWithItsLine() {
        sample.edit("facts.json", text -> text.replace("\"facts\": [", "\"facts\": [,"));
        sample.edit("tasks.json", text -> text.replace("\"verbs\": [", "\"verbs\": [], \"verbs\": ["));
        sample.write("regions.json", "  ");
        sample.write("clauses.json", "[".repeat(5_000));

        assertThat(sample.faults())
                .extracting(fault -> fault.file() + " " + fault.code())
                .containsExactly(
                        "facts.json not-json",
                        "regions.json empty-file",
                        "clauses.json not-json",
                        "tasks.json duplicate-field");
        assertThat(sample.faults().get(0).place()).startsWith("line 12, column ");
        assertThat(sample.faults().get(0).line(false)).startsWith("facts.json 第 12 行第 ");
    }

    @Test
    void aLinkThatLeavesTheDirectoryIsNotFollowed() throws IOException {
        Path secret = Files.writeString(parent.resolve("secret.json"), "{\"secret\": 1}");
        Files.delete(sample.file("systems.json"));
        Files.createSymbolicLink(sample.file("systems.json"), secret);
        Files.delete(sample.file("measures.json"));
        Files.createDirectory(sample.file("measures.json"));
        Files.createDirectory(sample.file("..data"));
        Files.move(sample.file("derived.json"), sample.file("..data").resolve("derived.json"));
        Files.createSymbolicLink(sample.file("derived.json"), Path.of("..data", "derived.json"));

        assertThat(sample.faults())
                .extracting(fault -> fault.file() + " " + fault.code())
                .containsExactly("systems.json outside-directory", "measures.json not-a-file");
    }

    @Test
    void aFileBeyondAllMeasureIsNotReadToItsEnd() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(sample.file("facts.json").toFile(), "rw")) {
            file.setLength(64L * 1024 * 1024 * 1024);
        }

        assertThat(sample.faults()).extracting(PackageFault::code).containsExactly("too-large");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1000,CNY_100M      | 27o5.05,CNY_100M   | row 2, column value          | malformed",
                "1000,CNY_100M      | '\"1,000\",CNY_100M' | row 2, column value        | malformed",
                "1000,CNY_100M      | 1000,CNY_100N      | row 2, column unit           | unknown-reference",
                "1000,CNY_100M      | 1000               | row 2                        | row-length",
                "5.1,PCT            | 5.1,PCT,           | row 3                        | row-length",
                "growth_yoy         | growth             | row 3, column kind           | unknown-value",
                "source_title       | titel              | row 1, column titel          | unknown-column",
                "status,            | unit,              | row 1, column unit           | duplicate-column",
                "2025,5.1           | 2025年,5.1         | row 3, column period         | malformed",
            })
    void whatIsWrongInTheCsvIsNamedWithRowAndColumn(String what, String by, String place, String code) {
        sample.edit("published-facts.csv", text -> text.replaceFirst(what, by));

        assertThat(sample.faults()).first().satisfies(fault -> {
            assertThat(fault.file()).isEqualTo("published-facts.csv");
            assertThat(fault.place()).isEqualTo(place);
            assertThat(fault.code()).isEqualTo(code);
        });
        assertThat(sample.faults().get(0).line(false)).startsWith("published-facts.csv 第 ");
    }

    @Test
    void anOpenQuoteIsAFaultOfTheCsv() {
        sample.edit("published-facts.csv", text -> text + "\"sample-gdp,level");

        assertThat(sample.faults()).isNotEmpty();
    }

    @Test
    void theNameOfTheDirectoryIsNotTheCode() {
        assertThat(PlanPackages.in(sample.directory()).plan().code()).isEqualTo("sample-15fyp");
    }
}
