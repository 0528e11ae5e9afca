/** Risk notices to the public: written, published channel by channel, and withdrawn. */
package org.finplan.risk.notice;
