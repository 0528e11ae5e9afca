/** The regions: the city with what lies in it, and the reference regions that it is compared with. */
package org.finplan.indicators.region;
