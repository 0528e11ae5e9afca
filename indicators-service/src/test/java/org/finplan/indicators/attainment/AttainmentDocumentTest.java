package org.finplan.indicators.attainment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.finplan.platform.testing.Requests.as;

import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.finplan.indicators.loading.KindsPlan;
import org.finplan.platform.testing.FinplanTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The projections that the document works out are those of the running service, on what the plan package brought. */
@FinplanTest
class AttainmentDocumentTest {

    private static final String NOTHING = "–";

    @Test
    void everyProjectionOfTheDocumentIsTheOneThatTheServiceGives() throws IOException {
        List<String[]> rows = document()
                .lines()
                .filter(line -> line.startsWith("| ") && line.matches(".*\\| (likely|possible|unlikely) \\|"))
                .map(line -> line.substring(2).split(" \\| | \\|"))
                .toList();

        assertThat(rows).extracting(row -> row[1]).containsExactly("loans-balance", "agricultural-loans");
        for (String[] row : rows) {
            Map<String, Object> item = judged(row[1], "period=" + row[2]).get(Integer.parseInt(row[0]) - 1);
            Map<?, ?> projection = (Map<?, ?>) item.get("projection");
            assertThat(item).containsEntry("indicator", row[1]);
            assertThat(decimal(((Map<?, ?>) item.get("actual")).get("value"))).isEqualByComparingTo(row[3]);
            assertThat(decimal(projection.get("value"))).isEqualByComparingTo(row[4]);
            assertThat(text(projection.get("low"))).isEqualTo(row[5]);
            assertThat(text(projection.get("high"))).isEqualTo(row[6]);
            assertThat(decimal(((Map<?, ?>) item.get("target")).get("value"))).isEqualByComparingTo(row[7]);
            assertThat(projection.get("outlook")).isEqualTo(row[8]);
            assertThat(projection.get("method")).isEqualTo(Projection.METHOD);
        }
        assertThat(document()).contains("(`" + Projection.METHOD + "`)");
    }

    @Test
    void noOtherIndicatorHasAProjectionInAnyYearOfThePlan() throws IOException {
        List<Map<String, Object>> items = judged("loans-balance", "from=2020&to=2025");

        assertThat(items).hasSize(90).allSatisfy(item -> assertThat(item.get("projection"))
                .isNull());
        assertThat(document()).contains("So two of the 15");
    }

    @Test
    void theStepsOfTheExampleAreThoseOfTheMethod() throws IOException {
        LocalDate day = LocalDate.of(2024, 1, 31);
        BigDecimal years = TargetPath.years(LocalDate.of(2020, 12, 31), day);
        BigDecimal rest = TargetPath.years(day, LocalDate.of(2025, 12, 31));
        BigDecimal growth = Powers.power(
                new BigDecimal("3276.8").divide(new BigDecimal("2485.6"), Powers.RESULT),
                BigDecimal.ONE.divide(years, Powers.RESULT));
        Map<String, Object> loans = judged("loans-balance", "period=2024-01").get(4);

        assertThat(document())
                .contains("3 + 31/366 = " + rounded(years, 4) + " years")
                .contains("(3276.8 / 2485.6)^(1 / " + rounded(years, 4) + ") =\n" + rounded(growth, 6) + ";")
                .contains("; " + rounded(rest, 4) + " years are left")
                .contains("3276.8 · " + rounded(growth, 6) + "^" + rounded(rest, 4))
                .contains("The target would take "
                        + decimal(loans.get("requiredGrowth")).setScale(2, RoundingMode.HALF_UP) + " % a year");
    }

    @Test
    void theIntervalOfTheExampleIsThatOfTheMethod() throws IOException {
        List<TargetPath.Point> points = Stream.of("2020 87", "2021 89", "2022 92")
                .map(point -> new TargetPath.Point(
                        LocalDate.of(Integer.parseInt(point.substring(0, 4)), 12, 31),
                        new BigDecimal(point.substring(5))))
                .toList();
        Projection projection = Projection.of(
                points, false, LocalDate.of(2025, 12, 31), value -> value.compareTo(BigDecimal.valueOf(100)) >= 0);

        assertThat(document())
                .contains(
                        "ends at " + projection.value() + ", between " + projection.low() + "\nand " + projection.high()
                                + ", against 100: `" + projection.outlook().code() + "`");
    }

    /** The targets are those of the synthetic plan with all kinds, in the order of its table. */
    @ParameterizedTest
    @CsvSource({"attainment.md, '## Kinds of target'", "zh/attainment.md, '## 目标的种类'"})
    void everyExampleOfAKindOfTargetIsWhatTheMethodGives(Path document, String heading) throws IOException {
        String text = Files.readString(Path.of("..", "docs").resolve(document));
        String section = text.substring(text.indexOf(heading) + heading.length());
        List<String[]> rows = section.substring(0, section.indexOf("\n## "))
                .lines()
                .filter(line -> line.matches("\\| .* \\| 20\\d\\d \\| .* \\| `[a-z-]+` \\|"))
                .map(line -> line.substring(2).split(" \\| | \\|"))
                .toList();
        List<String> targets = rows.stream().map(row -> row[0]).distinct().toList();

        assertThat(targets).hasSize(4);
        assertThat(rows).hasSize(14);
        for (String[] row : rows) {
            String indicator =
                    KindsPlan.PLAN.indicators().get(targets.indexOf(row[0])).code();
            KindsBoard board = new KindsBoard();
            String[] figures = row[1].split(", ", -1);
            for (int i = 0; i < figures.length; i++) {
                if (!figures[i].equals(NOTHING)) {
                    board.figure(indicator, Integer.toString(2026 + i), figures[i]);
                }
            }
            Assessment assessment = board.judge(indicator, row[2]);
            assertThat(List.of(
                            plain(assessment.judged()),
                            plain(assessment.judgement().expected()),
                            plain(assessment.judgement().ratio()),
                            "`" + assessment.judgement().state().code() + "`"))
                    .as(String.join(" ", row))
                    .containsExactly(row[3], row[4], row[5], row[6]);
        }
    }

    private static String plain(BigDecimal number) {
        return number == null ? NOTHING : number.stripTrailingZeros().toPlainString();
    }

    /** As things were known when the package had been loaded; other tests report figures of their own. */
    private static List<Map<String, Object>> judged(String indicator, String question) {
        String loaded = as("auditor")
                .get("/api/v1/indicators/" + indicator + "/observations?region=441200&from=2020&vintages=first")
                .then()
                .statusCode(200)
                .extract()
                .path("items[0].recordedAt");
        String answer = as("auditor")
                .get("/api/v1/attainment?plan=zq-fin-14fyp&region=441200&" + question + "&asOf=" + loaded)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return JsonPath.from(answer)
                .using(JsonPathConfig.jsonPathConfig().numberReturnType(JsonPathConfig.NumberReturnType.BIG_DECIMAL))
                .getList("items");
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("..", "docs", "attainment.md"));
    }

    private static String rounded(BigDecimal number, int places) {
        return number.setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    private static String text(Object number) {
        return number == null ? NOTHING : number.toString();
    }

    private static BigDecimal decimal(Object number) {
        return new BigDecimal(number.toString());
    }
}
