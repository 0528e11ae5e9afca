/** Mid-term adjustments: targets that change together make a further version of their plan. */
package org.finplan.indicators.adjustment;
