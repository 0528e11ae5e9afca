/** What everybody may read of the figures. */
package org.finplan.indicators.publication;
