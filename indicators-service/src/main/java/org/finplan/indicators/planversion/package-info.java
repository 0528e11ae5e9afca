/** The versions of plan packages: published here, prepared by every program of the suite, in force everywhere or nowhere. */
package org.finplan.indicators.planversion;
