package org.finplan.platform.planversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.finplan.platform.plan.PlanPackage;
import org.finplan.platform.plan.fault.FaultList;
import org.finplan.platform.plan.reading.PlanPackages;
import org.finplan.platform.plan.table.PlanFiles;
import org.junit.jupiter.api.Test;

class PackageArchiveTest {

    @Test
    void aPackageThatWentInPiecesIsReadAsTheSame() {
        PlanFiles files = PlanFiles.bundled("zq-fin-14fyp", new FaultList());

        List<byte[]> pieces = PackageArchive.pieces(PackageArchive.pack(files));
        PlanPackage read = PlanPackages.of("received", PackageArchive.unpack(PackageArchive.join(pieces)))
                .read();

        assertThat(read).isEqualTo(PlanPackages.bundled("zq-fin-14fyp"));
    }

    @Test
    void noPieceIsLargerThanAMessageTakes() {
        byte[] noise = new byte[600_000];
        new Random(11).nextBytes(noise);

        List<byte[]> pieces =
                PackageArchive.pieces(PackageArchive.pack(new PlanFiles("sample", Map.of("facts.json", noise))));

        assertThat(pieces).hasSize(3).allSatisfy(piece -> assertThat(piece.length)
                .isLessThanOrEqualTo(256 * 1024));
        assertThat(PackageArchive.unpack(PackageArchive.join(pieces)).get("facts.json"))
                .isEqualTo(noise);
    }

    @Test
    void whatWasCutShortIsNotRead() {
        byte[] archive = PackageArchive.pack(PlanFiles.bundled("zq-fin-14fyp", new FaultList()));

        assertThatThrownBy(() -> PackageArchive.unpack(Arrays.copyOf(archive, archive.length / 2)))
                .isInstanceOf(UncheckedIOException.class);
    }
}
