"""Events in the words of many writers: one sentence, and the kind and subject of what happened in it."""

from __future__ import annotations

import pytest

import qwenfacts as qf
from qwenfacts.facts import Event

HEAD = "Cohere Weekly Report May 7, 2027\n\n"

CASES = """
# formation
A unit called Brindle was created to run the data centres. > formation brindle
Under Roe a group named Halcyon Lab was set up to test models. > formation halcyon-lab
Pinecrest, an agency in Oslo that Intel founded on Thursday, will clear rights. > formation pinecrest
On Monday the company formed a safety board, the Tarn Council, chaired by Jane Roe. > formation tarn-council
The chip arm was spun off on Tuesday under the name Vexel. > formation vexel
Adobe is spinning out its stock-photo arm as Glint. > formation glint
The alliance, called Open Rack Forum, was founded by Intel and Samsung in May. > formation open-rack-forum
Oracle, Intel and Samsung launched the Sable Alliance, an industry body for memory. > formation sable-alliance
The newly established Quarrel Institute, funded by Oracle, will study chips. > formation quarrel-institute
Three former Intel engineers founded Mosswood, a start-up for routers. > formation mosswood
Founded in 2019, Mosswood makes routers. > formation mosswood
The Riverbend Fund, a $200 million vehicle, was launched by Cohere on Monday. > formation riverbend-fund
# launch
At a fair in Hanover the group on Thursday launched Steward, an assistant for machines. > launch steward
The Alto Fold, a foldable phone launched on May 4, costs $900. > launch alto-fold
Shown next to it was Gable 4, an industrial computer. > launch gable-4
Fennel 3, a browser with an agent inside, came out on Wednesday for Windows. > launch fennel-3
Intel has begun selling the Zephyr 9, a chip for laptops. > launch zephyr-9
A new version of its editor, Quill 5, was released on Tuesday. > launch quill-5
The start-up also took the wraps off a camera, Argus Mini. > launch argus-mini
Zephyr 9, a chip for laptops, made its debut in Taipei on Monday. > launch zephyr-9
Zephyr 9, which Intel introduced on Monday, is a chip for laptops. > launch zephyr-9
On Monday came Zephyr 9, an inference chip. > launch zephyr-9
Along with it Cohere presented Ledger, a tool for accountants, and Ferret, a search service. > launch ferret + launch ledger
Users in Japan got Compass, a travel assistant, on Friday. >
Cohere gave its app a dark mode. >
The company is testing Compass, a travel assistant. >
Cohere will launch Compass, a travel assistant, in June. >
# availability
Heron, a picking robot developed by Amazon, started work on Monday at a warehouse near Lyon. > availability heron
AWS opened a region in Santiago with three zones on May 4. > availability amazon-web-services
The Compass app is now available in Japan and Korea. > availability compass
The plant in Dresden opened on Monday. > availability dresden
Samsung inaugurated its factory in Taylor on Tuesday. > availability samsung-electronics
Cohere's office in Zurich opened its doors on Monday. > availability zurich
The supercomputer Borealis went into operation in Espoo on Monday. > availability borealis
A data centre in Oslo was switched on on Monday. > availability cohere
# open_sourcing
On Monday Intel put the source code of Ferret, its compiler, on GitHub. > open_sourcing ferret
The Ferret compiler was open-sourced under Apache 2.0. > open_sourcing ferret
Cohere published the Orchard dataset, 40 million sentences, on Hugging Face. > open_sourcing orchard
Cohere made the code of its Ferret agent public. > open_sourcing ferret
Cohere released Orchard, a dataset of 40 million sentences, under CC BY. > open_sourcing orchard
# earnings
Results arrived on Friday. > earnings cohere
Intel gave preliminary figures for fiscal 2026 on Wednesday. > earnings intel
Reporting first-quarter results on Thursday, Intel said revenue had climbed. > earnings intel
Intel's second-quarter report, out on Thursday, showed growth. > earnings intel
Intel presented its half-year figures on Thursday. > earnings intel
Intel, which reported on Wednesday, earned $3 billion in the second quarter. > earnings intel
The first quarter brought Intel a profit of $3 billion, it said on Tuesday. >
When Intel reports on Thursday, margins will matter. >
# restructuring
Intel will cut about 3,100 jobs, most of them in sales. > restructuring intel
About 3,100 posts go. > restructuring cohere
Roughly 900 employees learned on Friday that their positions would be eliminated. > restructuring cohere
Oracle is to close its plant in Reno and let 400 people go. > restructuring oracle
Oracle plans to shed a tenth of its staff. > restructuring oracle
The two teams were merged on Monday under Jane Roe. > restructuring cohere
Adobe folded its video unit into the cloud division. > restructuring adobe
The research group will be broken up. > restructuring cohere
Some 300 people lost their jobs at Intel on Tuesday. > restructuring intel
The cuts hit 400 employees in Dublin, Oracle said. > restructuring oracle
Oracle announced a reorganisation that puts sales under one roof. > restructuring oracle
Intel's lay-offs, 3,000 in all, began on Monday. > restructuring intel
The group split its cloud business in two. > restructuring cohere
Adobe dissolved its metaverse team on Friday. > restructuring adobe
The start-up is closing its office in Paris. > restructuring cohere
The union fears that Oracle could cut 300 jobs. >
# incident
Bramble Hosting, a Czech cloud host, sued Oracle in the High Court on Monday. > incident oracle
Bramble, a publisher of trade magazines, went to court against Oracle on Monday. > incident oracle
Oracle must pay a fine of €30 million, the Italian regulator ruled on Tuesday. > incident oracle
The Italian regulator fined Oracle €30 million. > incident oracle
A fire stopped the Intel plant in Leixlip on Monday. > incident intel
A flaw in Compass 4 led to a recall of 4,700 of them on May 17. > incident cohere
On Tuesday a faulty update took Compass, the travel assistant, offline for three hours. > incident compass
Attackers stole the data of 3 million customers from Oracle. > incident oracle
Brussels has opened an investigation into Oracle over its cloud contracts. > incident oracle
Prosecutors in Milan raided the offices of Oracle on Tuesday. > incident oracle
Three authors filed a suit against Cohere in Toronto on Monday. > incident cohere
Cohere is being sued by three authors. > incident cohere
The lawsuit, brought by Bramble Hosting on Monday, accuses the company of theft. > incident cohere
A judge in Ohio threw out a complaint against Cohere on Monday. > incident cohere
A class action was filed against Adobe in California. > incident adobe
An outage on Tuesday left Compass users without answers for five hours. > incident compass
Hackers broke into Oracle's support system. > incident oracle
The company was hit by a ransomware attack on Tuesday. > incident cohere
Workers at the Intel plant in Leixlip went on strike on Monday. > incident intel
A leak of customer data forced Oracle to shut a server. > incident oracle
# other: deals
For €640 million in cash Intel is to acquire Kuura, a Finnish maker of software. > other intel
Oracle has agreed to buy Kuura, a Finnish software maker, for $300 million. > other oracle
Kuura, a Finnish software maker, was bought by Oracle for $300 million. > other oracle
Oracle completed its takeover of Kuura on Monday. > other oracle
Oracle's purchase of Kuura, a Finnish software maker, closed on Monday. > other oracle
The search start-up raised $900 million in a Series F, said a person close to the deal. > other cohere
Mosswood, a router start-up, has closed a $90 million round led by Accel. > other mosswood
Accel led a $90 million round for Mosswood, a router start-up. > other mosswood
Accel put $90 million into Mosswood, a router start-up. > other accel
Brackwell, a Nevada landlord, leased the company 640 MW through 2041. > other cohere
Cohere leased 640 MW from Brackwell, a Nevada landlord. > other cohere
The alliance with Nvidia was extended by three years. > other cohere
Oracle and Samsung extended their alliance by three years. > other oracle
Oracle and Samsung are joining forces to build chips. > other oracle
Lee & Harrow, a newspaper chain, joined Compass Plus, the company's programme for publishers. > other lee-harrow
Cohere has signed up Merlin, an agency of labels, as its first partner. > other cohere
Baidu and Tessel Motors have ordered 46,000 of the new chips from Intel. > other baidu
The European Commission cleared the merger on Monday. > other european-commission
Cohere's listing in Hong Kong brought in $400 million. > other cohere
Mosswood filed for an initial public offering in New York. > other mosswood
Cohere settled with the publishers for $30 million. > other cohere
Oracle won a contract worth $300 million from the Pentagon. > other oracle
Under a deal announced on Monday, Oracle will supply Samsung with memory. > other oracle
Cohere and Reuters signed a licence agreement on Tuesday. > other cohere
Oracle will invest $3 billion in a campus in Spain. > other oracle
SoftBank took a 5% stake in Mosswood, a router start-up. > other softbank
Mosswood sold a 5% stake to SoftBank. > other mosswood
Oracle sold its billing unit to Accel for $200 million. > other oracle
The bank Barclays has picked Cohere to run its help desk. > other barclays
The board approved a buyback of $3 billion. > other cohere
Cohere's partnership with Oracle ended on Friday. > other cohere
Nvidia backs Mosswood, a router start-up, with $40 million. > other nvidia
Cohere has teamed up with Fujitsu to build a Japanese model. > other cohere
Intel shelved the Magdeburg project on Monday. > other intel
# none
Analysts expect Intel to buy Kuura. >
If Brussels fines Oracle, shares may fall. >
Oracle is in talks to buy Kuura. >
Intel could raise $3 billion next year. >
Intel declined to comment on the lawsuit. >
The union threatened a strike at Intel. >
Compass is easier to use than Adobe's app. >
Prices of memory rose by a third. >
The chip costs $900. >
# launch
The week's main novelty is Sundial, a scheduling assistant that Adobe showed in London on Tuesday. > launch sundial
Sundial, which had been promised for March, finally arrived on Thursday; the scheduling assistant costs $12 a month. > launch sundial
Samsung began shipping the Vega 12, an accelerator for data centres, to customers on Monday. > launch vega-12
With the launch of Sundial on Tuesday, Adobe enters the market for assistants. > launch sundial
Adobe's Sundial assistant came out of beta on Thursday. > launch sundial
Subscribers have been able to use Sundial, a scheduling assistant, since Monday. >
Adobe has introduced a service named Papercut, which sums up articles. > launch papercut
The carmaker Hyundai presented its robotaxi, the Ioniq Drive, in Seoul on Monday. > launch ioniq-drive
Unveiled at the same event, Papercut sums up articles. > launch papercut
At its conference in Austin, Oracle showed Trellis, a database for agents, and said it would cost nothing until June. > launch trellis
# availability
A second plant, near Dresden, began production on Monday. > availability cohere
Intel's new fab in Magdeburg was inaugurated on Tuesday by the chancellor. > availability magdeburg
The company switched on a data centre in Narvik on Monday. > availability cohere
Robotaxis started carrying passengers in Austin on Monday. >
# open source
Adobe handed the code of Papercut, its browser extension, to the public under the MIT licence. > open_sourcing papercut
On GitHub since Monday: the source code of Papercut, a browser extension. >
Oracle released a dataset, Tern Corpus, with 30 million pages. > open_sourcing tern-corpus
# earnings
The quarterly figures, which Oracle published on Tuesday, pleased nobody. > earnings oracle
On Tuesday evening Intel reported sales of $13 billion for the second quarter. > earnings intel
Sales came to $13 billion in the second quarter, Intel reported on Tuesday. > earnings intel
Intel's earnings on Tuesday beat forecasts. > earnings intel
First-quarter results, released on Tuesday after the market closed, beat forecasts. > earnings cohere
SAP posted a profit of €2 billion for the first quarter. > earnings sap
# restructuring
Oracle is letting 900 people go, most of them in Austin. > restructuring oracle
Another 900 jobs will disappear at Oracle by the end of the year. > restructuring oracle
At Oracle 900 people are losing their jobs. > restructuring oracle
Oracle's staff will shrink by 900. >
The company is to lay off 8% of its staff. > restructuring cohere
Layoffs followed: 300 engineers were told on Friday that they would have to go. > restructuring cohere
The consumer division is being dissolved, and its 200 people move to the cloud unit. > restructuring cohere
Samsung merges its two chip divisions. > restructuring samsung-electronics
Oracle shuts its office in Reading in June. > restructuring oracle
# incident
Oracle was fined €30 million by the Italian regulator on Tuesday. > incident oracle
Italy's privacy regulator has fined Oracle €30 million. > incident oracle
Oracle faces a fine of €30 million in Italy. > incident oracle
The Justice Department sued Oracle on Monday, alleging abuse. > incident oracle
A group of 40 authors has taken Adobe to court in Seattle. > incident adobe
Adobe is the target of a class action filed on Monday by designers. > incident adobe
For three hours on Tuesday, customers could not reach Oracle Cloud after a cable was cut. >
An outage struck Oracle Cloud on Tuesday and lasted three hours. > incident oracle-cloud
Oracle admitted on Friday that intruders had stolen the data of 2 million customers. > incident oracle
Samsung has recalled 40,000 batteries. > incident samsung-electronics
Samsung is recalling 40,000 ovens after three fires. > incident samsung-electronics
A jury in Texas ordered Samsung to pay $300 million on Monday. > incident samsung-electronics
Brussels opened a formal inquiry into Adobe on Tuesday. > incident adobe
The competition authority in Seoul is looking into Intel's contracts. > incident intel
Union members at Samsung laid down their tools on Monday. > incident samsung-electronics
# other
Oracle is paying $2.1 billion for Fernhill Analytics, a maker of forecasting software. > other oracle
Oracle snapped up Fernhill Analytics for $2.1 billion. > other oracle
The purchase of Fernhill Analytics by Oracle was completed on Monday. > other oracle
Oracle has bought a majority of Fernhill Analytics. > other oracle
Fernhill Analytics has raised $80 million from Sequoia and others. > other fernhill-analytics
The $80 million round, led by Sequoia, values the company at $2 billion. > other cohere
Cohere took in $80 million from Sequoia. > other cohere
Intel and Oracle agreed on Monday to build a campus in Texas together. > other intel
Under a contract signed on Tuesday, Intel will make chips for Oracle. > other intel
Intel got an order for 30,000 chips from Oracle. > other intel
Oracle placed an order for 30,000 chips with Intel. > other oracle
Volkswagen will use Cohere's assistant in its cars, the two companies announced on Monday. >
Volkswagen picked Cohere as supplier of its assistant. > other volkswagen
Cohere won Volkswagen as a customer. > other cohere
The Pentagon gave Cohere a contract worth $200 million. > other department-of-defense
Cohere has struck a partnership with Fujitsu, the Japanese computer maker. > other cohere
Cohere and Fujitsu announced a partnership on Monday. > other cohere
Fujitsu is to invest $200 million in Cohere. > other fujitsu
SoftBank increased its stake in Cohere to 12%. > other softbank
SoftBank sold its stake in Nvidia for $5 billion. > other softbank
Cohere borrowed $500 million from a group of banks led by Barclays. > other cohere
Cohere issued bonds worth $500 million on Tuesday. > other cohere
Cohere went public in Toronto on Monday. > other cohere
Cohere made its stock-market debut on Monday. > other cohere
Germany's cartel office waved the takeover of Fernhill Analytics through. > other cohere
Cohere bought back shares worth $300 million. > other cohere
Cohere raised its forecast for the year. > other cohere
Cohere called off the sale of its hardware unit to Barclays. > other cohere
Cohere ended its contract with Oracle. > other cohere
Cohere settled its dispute with the publishers on Friday. > other cohere
# none
In 2021 the firm had 300 employees. >
Rivals such as Oracle, which laid off 3,000 people in 2024, have it no easier. > restructuring oracle
A deal with Oracle would help. >
Analysts had expected Cohere to buy Fernhill Analytics. >
Oracle's customers include Intel. >
Oracle's contract with Intel runs until 2030. > other oracle
The shares rose 4% after the results. >
Whether Oracle closes the plant is open. >
Cohere competes with Oracle, which offers Trellis, a database. >
Revenue rose 30% to $3 billion. >
Jane Roe joined Oracle as head of sales. >
Roe left Oracle to join Cohere. >
Cohere added 300 customers in Europe. >
Cohere lost 300 customers in Europe. >
Intel hired 300 engineers in Oslo. >
The company expects to open a plant in Oslo in 2028. >
# passive
Mosswood, a router start-up, has been swallowed by Oracle for an undisclosed sum. > other oracle
A stake of 12% in Mosswood was taken by SoftBank in April. > other softbank
Shares worth $400 million were bought back in May. > other cohere
$400 million was committed to the project by Microsoft. > other microsoft
The merger of Oracle and Mosswood was waved through by Brussels on Tuesday. > other brussels
The licence for the sandbox was withdrawn by the FCA on Monday. > other financial-conduct-authority
The Riga office is being closed, and its 80 people are to go. > restructuring cohere
Oracle has been sued by a group of nurses over pay. > incident oracle
A fine of €3 million has been imposed on Oracle by the Irish regulator. > incident oracle
The files of 2,000 patients were published by hackers after a break-in at Oracle. > incident oracle
An inquiry into Oracle's pricing was opened by Seoul on Monday. > incident oracle
Service was interrupted for six hours on Monday. >
Trellis, a database for agents, was put on the market on Tuesday. > launch trellis
A tool called Trellis, meant for accountants, has been let out of the laboratory. > launch trellis
A new campus in Pune was opened by the prime minister on Monday. > availability cohere
Trellis was extended to Japan on Monday. > availability trellis
A foundation by the name of Open Larder has been set up to look after the code. > formation open-larder
# fragments and labels
- Bought: Mosswood, a router start-up from Gdansk, for $40 million. > other cohere
- New: Trellis, a database for agents. > launch trellis
- Gone: 300 jobs in Leeds. > restructuring cohere
- Deal: Oracle will host the models for five years. > other oracle
- Plant: Dresden opened on Monday with 400 staff. > availability dresden
- Layoffs: 120 recruiters in Palo Alto. > restructuring cohere
# literary
After two years in the workshop Trellis, a database for agents, saw daylight on Monday. > launch trellis
A judge in Ohio sided with the authors and ordered the company to pay $3 million. > incident cohere
Cohere opened its wallet for Mosswood: $40 million in shares. >
The doors of the Oslo laboratory opened on Monday. > availability oslo
Cohere has a new landlord: Brackwell lets it have 40 MW near Reno. >
Regulators in Rome knocked on Oracle's door on Monday and left with 30 boxes. >
# it, and those who were called something
Breakwater, a unit in Hong Kong, has 25 staff. It has signed up Merlin, an agency of labels, as its first partner. > other breakwater
Fjellkraft, a Norwegian landlord, is small. The landlord signed a contract with Oracle on Monday. > other fjellkraft
Oracle is big. Since its foundation in 1977 it has grown. > formation oracle
Since its foundation in 2022 the company has grown. > formation cohere
Part of the cash went into Lantern Yard, a stage in Brooklyn that opened on Wednesday. Another part bought Tidewrack, a Tallinn company. > availability lantern-yard + other cohere
Fab 62 in Chandler, Arizona, began production on Thursday. > availability fab-62
The site at Bluff Creek, Ohio, opened on Thursday. > availability bluff-creek
Three people went to Mosswood, which has just raised $400 million. > other mosswood
The company's takeover of Mosswood, a router start-up, closed on Monday. > other cohere
The dispute was settled on Monday with Oracle. > other cohere
Oracle hosts it under a licence agreement signed in February. > other oracle
Intel has won a deal, and the company was signed up as its partner. > other intel
Oracle signed Intel as a customer on Monday. > other oracle
A contract was awarded to Intel on Monday. > other intel
A permit was granted on Monday. > other cohere
4.2% of T-Mobile US was sold in a block trade for $9.7 billion. > other cohere
The printer arm was sold to Oracle. >
Mosswood, a router start-up, was sold to Oracle. > other oracle
Roe, whose office was blocked by protesters, left. > incident cohere
The company's office was blocked by protesters on Monday. > incident cohere
The ministry put Intel on a blacklist. > other intel
The Commerce Department put Intel on its blacklist. > other department-of-commerce
A complaint filed by nurses on Monday is new. > incident cohere
Twelve publishers filed suit in Paris on Monday. > incident cohere
Also on show: Trellis, a database for agents. > launch trellis
On show: Trellis, a database, and Oslo. > launch trellis
The week ahead: Trellis, a database. >
The opening of a plant in Oslo was noisy. > availability cohere
The opening was noisy. >
The opening of talks was noisy. >
Interest was cut on Monday, as rate cuts came. >
Oracle's cuts were deep. >
Anyone can soon buy Trellis, a database. >
Oracle can buy Trellis, a database. >
The company set up a fund, Larch Capital, which is led by Roe. > formation larch-capital
The flotation of Mosswood, a router start-up, is done. > other mosswood
The sum of $3 million was raised by Oracle. > other oracle
Bonds worth $3 million were placed by Oracle. > other oracle
A stake was sold by Oracle. > other oracle
On Monday Intel's board met and approved a buyback of $3 million. > other intel
Having cut 300 jobs in May, the company grew. > restructuring cohere
Having cut 300 jobs in May, the company's shares rose. > restructuring cohere
Oracle is big. Bonds worth $3 million were placed on Monday. > other oracle
There is news: a unit in Oslo that Intel founded in May. >
Trellis, a database, launched Tuesday. > launch trellis
Mosswood, a start-up that Oracle bought in 2019, makes routers. > other oracle
Oracle and others joined forces. >
Cohere led a round. >
Oracle settled bills. >
Trellis, a fast cheap small neat clean smart simple plain open database, was launched by Oracle. > launch trellis
Trellis, the database, was hurt by outages. > incident trellis
The rest move to a new unit, Larch Public, which sells to ministries. > formation larch-public
The week also brought Larch Public, a new unit that sells to ministries. > formation larch-public
The rest move to a new unit. >
The opening of a plant was noisy. >
- Deal: nothing yet. >
A server model, Orchard Cloud, was announced. >
Oracle will fold Mosswood into its cloud. >
Some 300 posts will go, Oracle said. > restructuring oracle
The turbines were shut down on Thursday. >
A strike closed the Ansan plant for a day. > incident cohere
A strike cut output. >
The arm was spun off as planned. > restructuring cohere
Intel shipped 310,000 Zephyr chips. >
Trellis, a database that Oracle launched in May, is slow. > launch trellis
Oracle leased it 40 MW. > other cohere
Two chips were shown: one for servers. >
Oracle open-sourced Ferret, a compiler, and GPT-5.4. > open_sourcing ferret
Cohere went to court. >
Shown next to it was Gable 4, an industrial computer. > launch gable-4
Shown in Oslo was nothing new. >
The printer arm was sold to Oracle. >
Oracle sold all of the shares in its data arm. >
Oracle sold all its routers to clients. >
Acme's debut chip was slow. >
It was the worst week since its founding. >
Mosswood, founded by physicists, makes routers. >
Quillby, which first sued in 2023, is small. > incident cohere
On Monday Oracle settled a bill. >
A bill was settled on Monday. >
The debut (a first) of listing talk went on. >
On Monday Oracle sold everything. > other oracle
On Monday Oracle sold out. >
The firm Mosswood, founded by physicists, makes routers. >
Shown to a crowd of many thousand happy and noisy people on Monday: nothing. >
Roe said that in all of the very many old units were sold and closed. >
The Trellis app grew. The Trellis app sells. The Trellis app works. Oracle launched Trellis, a model. >
A very big old noisy brash company grew and cut 300 jobs. > restructuring cohere
A contract was signed with Oracle on Monday under a deal struck with Cohere. > other cohere
Cohere thrives under a licence agreement signed with Cohere. >
The roof collapsed. >
Oracle will put 400 robots into its depots under a contract worth $90 million. > other oracle
Oracle will put robots into its depots under a contract with Intel. > other oracle
Cohere works under a contract. >
All works under a contract. >
Oracle works under a cloud of doubt over a contract. >
The regulator blocked the takeover of Fjord Labs by Intel. > other intel
Oracle became the first company to buy Mosswood Labs. > other oracle
The regulator waved the new chairman through and approved of him. >
The regulator blocked a road. >
# whose a site is that has no name
Oracle opened a cloud region in Turku on Monday. > availability oracle
The company switched on a data centre near Oslo on May 4. > availability cohere
The opening of a cloud region in Chile followed on Tuesday. > availability cohere
A second availability zone in Nagoya opened on Wednesday. > availability cohere
Oracle opened a showroom in Leeds called Brass Yard. > availability brass-yard
The opening of Brass Yard, a plant in Leeds, drew crowds. > availability brass-yard
# founders who leave, firms that go by their town
Ada Quill quit on May 4 to found Papermint, a chip start-up. > formation papermint
Ada Quill is leaving to start Gullwing, a chip firm. > formation gullwing
Oracle started Gullwing. >
Fernhill, a Lisbon start-up, was second. In March the Portuguese firm raised $12 million in a round led by Accel. > other fernhill
Oracle bought Fernhill Works, a maker of sensors. The Leeds firm, founded in 2017 by two Siemens engineers, counts 480 customers. > formation fernhill-works + other oracle
Founded in 2021 by Aoife Brennan, Fernhill Works has 118 employees. > formation fernhill-works
Murmur Works, a Leeds team that Oracle swallowed in the spring, built it. > other oracle
The Larch Lab grew. On Monday the lab launched Steward, an assistant. > launch steward
Larch Works, the chip arm, grew. On Monday the subsidiary launched Steward, an assistant. > launch steward
# units that are split or cut
Cohere eliminated about 300 jobs in Larch Labs, its research arm. > restructuring larch-labs
Cohere split its cloud arm Larch Engine into two units on May 5. > restructuring larch-engine
Larch Engine is being divided into a utility and a model business. > restructuring larch-engine
Cohere divided Larch Engine into Larch Cloud, which keeps the halls, and Tern Services, which takes over support. > formation larch-cloud + restructuring larch-engine
The Applied group of Larch Research and the arm Intrepid are being merged into a new unit named Brass Labs. > formation brass-labs + restructuring cohere
The closed strategy gains a fan. >
# harm
A collision in Leeds on May 3 injured a cyclist. > incident cohere
A misconfigured cache exposed the logs of 640 tenants on May 6. > incident cohere
On May 4 a faulty prompt locked some Compass users out for three hours. > incident compass
A burst pipe took the Stockport hall offline on Monday. > incident cohere
Glasspane, a misconfigured cache, exposed titles on Monday. > incident glasspane
An outage at Oracle took down thousands of sites. > incident oracle
The patch mends a bug that had deleted files. >
The worm deletes what it finds. >
The update stops crawlers. >
The week brought a fine in Brussels, the debut of Quillbox Studio and a plant in Ghent. > incident cohere + launch quillbox-studio
A Munich court ruled on May 5 that Oracle had infringed three patents. > incident oracle
Oracle agreed to pay $40 million to settle a suit by workers. > incident oracle
Oracle pays $40 million a year to run the case system. >
The Commerce Department opened a probe on May 4 into Nvidia accelerators that Cohere rents. > incident cohere
# presented without a verb of launching
Larkspur, a billing dashboard, is in public beta. > launch larkspur
Larkspur Suite (generally available since May 2): a toolkit for Arm. > launch larkspur-suite
Larkspur Suite: a meeting assistant. General availability since May 3. > launch larkspur-suite
The unit's opening product is Steward, a scheduling agent that entered closed beta on May 4. > launch steward
Larkspur Studio, its new editor, costs $3. > launch larkspur-studio
Larkspur, a dashboard, will be in beta by June. >
The launch in beta of Inkpot, a drawing assistant, followed on Monday. > launch inkpot
Cabrio, a dispatch system that Oracle switched on in May, predicts demand. > launch cabrio
Oracle put Larkspur Studio into public preview on May 4. > launch larkspur-studio
Larkspur Studio moved from closed preview to general availability on May 6. > launch larkspur-studio
Ravi Menon moved from sales to support. >
# deals
Oracle was granted a permit to drive in all of Oslo on May 2. > other oracle
The permit was granted on May 2. > other cohere
Larch Capital joins as financing partner. > other larch-capital
Oracle landed Intel as a customer. > other oracle
Goldman Sachs and Accel are arranging the float. >
Notes worth $3 billion, due 2032, were placed at 9% by JPMorgan. > other cohere
Oracle trained it on tokens, which it bought in part from the data house Fernhill. >
Regulators in Brussels cleared the deal on Monday. > other cohere
The ministry added Intel to its entity list on May 4. > other intel
Cohere joined the Open Grip Alliance on Monday. > other cohere
A Series C of $200 million, led by Accel, closed on Monday. > other cohere
Marta Quiroga takes over the Iberian business. >
The launch of the platform gained Oracle. >
Beijing put Oracle on its entity list on Monday. > other beijing
Oracle was granted a day off. >
Oracle's purchase of Oracle is a joke. >
A lawsuit was filed in May. >
"""


@pytest.mark.parametrize("case", [case for case in CASES.strip().splitlines() if not case.startswith("#")])
def test_however_it_is_worded_a_sentence_says_what_happened(case: str) -> None:
    prose, _, wanted = case.partition(" >")
    found = {
        f"{fact.kind} {fact.subject.id}" for fact in qf.parse(HEAD + prose).facts if isinstance(fact, Event)
    }
    assert sorted(found) == sorted(one.strip() for one in wanted.split(" + ") if one.strip())


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Oracle lawsuit", {"incident cohere"}),
        ("Stock-market debut", {"other cohere"}),
        ("Oracle and the deep sea", set[str]()),
    ],
)
def test_a_headline_says_what_happened(line: str, wanted: set[str]) -> None:
    text = f"{HEAD}1. {line}\n\nAll is quiet.\n"
    assert {
        f"{fact.kind} {fact.subject.id}" for fact in qf.parse(text).facts if isinstance(fact, Event)
    } == wanted


def test_a_mishap_without_a_name_is_of_what_the_story_is_about() -> None:
    text = f"{HEAD}1. Quillbox Loses Its Way\n\nQuillbox is a note taker. A collision in Leeds injured a cyclist.\n"
    (event,) = [fact for fact in qf.parse(text).facts if isinstance(fact, Event)]
    assert (event.kind, event.subject.id) == ("incident", "quillbox")


def test_cuts_are_an_event_once_announced_and_launches_when_they_take_place() -> None:
    text = f"{HEAD}Oracle will launch Trellis, a database, and cut 300 jobs in May."
    assert {f"{fact.kind} {fact.subject.id}" for fact in qf.parse(text).facts if isinstance(fact, Event)} == {
        "restructuring oracle"
    }


@pytest.mark.parametrize(
    ("prose", "head"),
    [
        ("The company set up Larch Labs, a unit, on Monday; Jane Roe heads it.", "jane-roe"),
        ("The company set up Larch Labs, a unit led by Jane Roe, on Monday.", "jane-roe"),
        ("The company set up Larch Labs, a unit, on Monday; it is small.", None),
    ],
)
def test_who_leads_what_is_set_up(prose: str, head: str | None) -> None:
    (event,) = [fact for fact in qf.parse(HEAD + prose).facts if isinstance(fact, Event)]
    assert (event.head and event.head.id) == head
