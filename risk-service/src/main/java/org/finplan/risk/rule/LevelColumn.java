package org.finplan.risk.rule;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Stores a level as its rank. */
@Converter(autoApply = true)
public class LevelColumn implements AttributeConverter<Level, Short> {

    @Override
    public Short convertToDatabaseColumn(Level level) {
        return level == null ? null : (short) level.rank();
    }

    @Override
    public Level convertToEntityAttribute(Short rank) {
        return rank == null ? null : Level.ofRank(rank);
    }
}
