/** How figures were revised: the revision triangle of a series. */
package org.finplan.indicators.revision;
