/** Stores new versions of figures, whoever brings them, with everything that follows from them. */
package org.finplan.indicators.recording;
